package org.tocsin.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.inbox.PoisonRecord;

class PlacesTest {

    @Test
    void tellsClassesAndPlacesAndLeavesMessagesOut() {
        var failure =
                new IllegalStateException("Amina", new SQLException("Key (name)=(Amina) already exists", "23505"));
        assertThat(Places.of(failure))
                .contains("java.lang.IllegalStateException\n", "caused by java.sql.SQLException: SQLSTATE 23505")
                .contains("PlacesTest.tellsClassesAndPlacesAndLeavesMessagesOut(PlacesTest.java:")
                .doesNotContain("Amina");
    }

    @Test
    void keepsOurOwnMessages() {
        assertThat(Places.of(new PoisonRecord(PoisonRecord.Reason.NOT_FRAMED))).contains("PoisonRecord: NOT_FRAMED");
    }

    @Test
    void endsAtACauseAlreadyTold() {
        var first = new IllegalStateException();
        var second = new IllegalArgumentException(first);
        first.initCause(second);
        assertThat(Places.of(first)).containsOnlyOnce("IllegalArgumentException");
    }
}
