package org.tocsin.intake.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

    @TempDir
    Path folder;

    @Test
    void isWrittenInGroupsOfFour() {
        assertThat(new Receipt("0123456789012345").grouped()).isEqualTo("0123 4567 8901 2345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789012345", "0123 4567 8901 2345", "0123-4567-8901-2345", "٠١٢٣ ٤٥٦٧ ٨٩٠١ ٢٣٤٥"})
    void isReadHoweverItIsTyped(String typed) {
        assertThat(Receipt.parse(typed)).contains(new Receipt("0123456789012345"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "012345678901234",
                "01234567890123456",
                "receipt",
                "0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 and more text"
            })
    void isNothingElse(String typed) {
        assertThat(Receipt.parse(typed)).isEmpty();
    }

    @Test
    void isTheSameForTheSameIncidentAndKeyOnly() throws IOException {
        var receipts = receipts((byte) 1);

        assertThat(receipts.of(IncidentExamples.ID)).isEqualTo(receipts.of(IncidentExamples.ID));
        assertThat(receipts.of(IncidentExamples.ID)).isNotEqualTo(receipts.of(new UUID(0, 0)));
        assertThat(receipts.of(IncidentExamples.ID))
                .isNotEqualTo(receipts((byte) 2).of(IncidentExamples.ID));
    }

    @Test
    void saysNothingOfItselfToALog() {
        assertThat(new Receipt("0123456789012345")).hasToString("Receipt");
    }

    private Receipts receipts(byte seed) throws IOException {
        var key = new byte[32];
        key[0] = seed;
        var file = folder.resolve("key-" + seed);
        Files.writeString(file, Base64.getEncoder().encodeToString(key));
        return new Receipts(
                new KeyedDigest(new ReceiptProperties(file, Duration.ofMillis(50), 20, Duration.ofSeconds(3))));
    }
}
