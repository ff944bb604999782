package org.tocsin.intake.incident;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.intake.fields.Faults;

/** Where the next page of a list starts, as a word that tells nothing. */
final class Cursor {

    private static final int LENGTH = 16;

    private Cursor() {}

    static String write(UUID last) {
        var bytes = ByteBuffer.allocate(LENGTH)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static @Nullable UUID read(String pointer, String word, Faults faults) {
        try {
            var bytes = Base64.getUrlDecoder().decode(word);
            if (bytes.length == LENGTH) {
                var buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below
        }
        faults.add(pointer, "expected the nextCursor of a page");
        return null;
    }
}
