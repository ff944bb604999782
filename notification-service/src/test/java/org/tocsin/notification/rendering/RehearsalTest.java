package org.tocsin.notification.rendering;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void rendersEveryKindOfMessage() {
        assertThatCode(() -> new Rehearsal(ExampleAppeal.renderer()).run()).doesNotThrowAnyException();
    }
}
