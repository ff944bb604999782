package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WhoGotWhatTest {
    private static final String ACCEPTED = row("M1", "APPEAL", "ACCEPTED");
    private static final String IN_DOUBT = row("M2", "APPEAL", "IN_DOUBT");
    private static final String CANCELLED = row("M3", "APPEAL", "CANCELLED");

    @Test
    void isDoneWhenEverybodyWhoMayHaveTheAppealWasTold() {
        var told =
                of(ACCEPTED, IN_DOUBT, CANCELLED, row("M1", "RELEASED", "ACCEPTED"), row("M2", "RELEASED", "ACCEPTED"));
        assertThat(told.everybodyTold()).isTrue();
        assertThat(told.text())
                .containsPattern("email  appeal +accepted +1")
                .containsPattern("email  released +accepted +2")
                .contains("2 rows may have the appeal");
    }

    @Test
    void isNotDoneWhileSomethingIsUnderWayOrSomebodyDoesNotKnow() {
        assertThat(of(ACCEPTED, row("M1", "RELEASED", "SENDING")).everybodyTold())
                .isFalse();
        assertThat(of(ACCEPTED, IN_DOUBT, row("M1", "RELEASED", "ACCEPTED")).everybodyTold())
                .isFalse();
    }

    @Test
    void isNeverDoneWhenSomebodyElseWasWrittenTo() {
        assertThat(of(ACCEPTED, CANCELLED, row("M1", "RELEASED", "ACCEPTED"), row("M3", "RELEASED", "ACCEPTED"))
                        .everybodyTold())
                .isFalse();
        assertThat(of(ACCEPTED, row("M1", "RELEASED", "ACCEPTED"), row("M1", "RELEASED", "ACCEPTED"))
                        .everybodyTold())
                .isFalse();
    }

    private static WhoGotWhat of(String... rows) {
        var items = Arrays.stream(rows).collect(Collectors.joining(",", "{\"items\": [", "]}"));
        return new WhoGotWhat(JsonMapper.shared().readTree(items), "RELEASED");
    }

    private static String row(String member, String document, String status) {
        return """
                {"memberId": "%s", "channel": "EMAIL", "document": "%s", "status": "%s", "reason": null}""".formatted(member, document, status);
    }
}
