package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A seeded name goes through the whole of the service and is found nowhere behind it. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class NothingInClearTest {

    private static final List<String> SECRETS = List.of("Mukendi", "Tshala", VerifiedMessages.ORGANISATION, "Told by");

    private final Desk desk;
    private final JdbcClient jdbc;

    @Autowired
    NothingInClearTest(Desk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    @Test
    void nameIsInNoTableAndNoLog(CapturedOutput output) {
        var appeal = desk.appeal();
        var story = "{\"story\": \"%s, avocate. Mukendi WA TSHALA ! Tshala.\", \"headline\": \"Mukendi\"}"
                .formatted(VerifiedMessages.NAME);
        assertThat(desk.write(appeal, "fr", "author-one", story)).hasStatusOk();
        assertThat(desk.write(appeal, "en", "translator-one", "{\"stori\": \"" + VerifiedMessages.NAME + "\"}"))
                .hasStatus(400);
        assertThat(desk.write(appeal, "en", "translator-one", "{\"story\": \"{P7} " + VerifiedMessages.NAME + "\"}"))
                .hasStatus(422);
        assertThat(desk.write(appeal, "fr", "author-one", "{\"headline\": \"\", \"checked\": true}"))
                .hasStatusOk();
        assertThat(desk.post(appeal, "approval", "approver-one")).hasStatusOk();
        assertThat(desk.post(appeal, "issue", "approver-one")).hasStatusOk();

        var everything = everything();
        assertThat(everything).contains("{P1}, avocate. {P1} ! {P1}."); // so the search does find stories
        for (var secret : SECRETS) {
            assertThat(everything).doesNotContainIgnoringCase(secret);
            assertThat(output.getAll()).doesNotContainIgnoringCase(secret);
        }
    }

    /** Every row of every table. */
    private String everything() {
        var found = new ArrayList<String>();
        for (var table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()) {
            jdbc.sql("select * from " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> row.values()
                            .forEach(value -> found.add(
                                    value instanceof byte[] bytes
                                            ? new String(bytes, StandardCharsets.UTF_8)
                                            : String.valueOf(value))));
        }
        return String.join("\n", found);
    }
}
