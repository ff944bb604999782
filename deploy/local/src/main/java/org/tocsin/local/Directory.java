package org.tocsin.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The invented network of the demo and of the stories. */
public final class Directory {
    private Directory() {}

    /** The file of the directory, as an administrator would import it. */
    public static String csv() {
        try (var file = Directory.class.getResourceAsStream("/members.csv")) {
            if (file == null) {
                throw new IOException("members.csv is not on the class path");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the directory is not readable", e);
        }
    }

    /** Imports the members unless there are some, through the front door. Returns how many the directory has. */
    static int loadInto(FrontDoors doors) {
        var known = doors.members("member-admin-one").expect(200);
        if (known.path("items").isEmpty()) {
            doors.importMembers(csv(), false).expect(200);
        }
        return doors.get(doors.ports().notification(), "/api/v1/members?limit=1000", "member-admin-one")
                .expect(200)
                .path("items")
                .size();
    }
}
