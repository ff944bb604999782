package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.tocsin.platform.inbox.PoisonRecord;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.Violation;

@ServiceTest
class VerifiedListenerTest {

    private final UUID incident = UUID.randomUUID();
    private final Consumer<Message<byte[]>> openAppeal;
    private final VerifiedMessages messages;
    private final Desk desk;
    private final JdbcClient jdbc;

    @Autowired
    VerifiedListenerTest(Consumer<Message<byte[]>> openAppeal, VerifiedMessages messages, Desk desk, JdbcClient jdbc) {
        this.openAppeal = openAppeal;
        this.messages = messages;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    @Test
    void opensACaseWithADraftInEveryLanguage() {
        openAppeal.accept(messages.of(incident));

        var list = desk.get("/api/v1/appeals?incidentId=" + incident, "author-one");
        assertThat(list).hasStatusOk();
        assertThat(Desk.<List<Object>>read(list, "$.items")).hasSize(1);
        assertThat(Desk.<String>read(list, "$.items[0].status")).isEqualTo("DRAFT");
        assertThat(Desk.<Object>read(list, "$.items[0].reference")).isNull();
        assertThat(Desk.<Object>read(list, "$.nextCursor")).isNull();
        for (var language : List.of("fr", "en", "es", "ar", "ru", "pt")) {
            assertThat(Desk.<String>read(list, "$.items[0].languages." + language))
                    .isEqualTo("LIBRARY");
        }
        assertThat(count("case_file")).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from outbox where type like '%AppealDrafted' and key = :key")
                        .param("key", Desk.<String>read(list, "$.items[0].appealId"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void opensOneAppealHoweverOftenTheIncidentIsToldOf() {
        var message = messages.of(incident);
        openAppeal.accept(message);
        openAppeal.accept(message);
        openAppeal.accept(messages.of(incident));
        openAppeal.accept(messages.of(incident, verifiedAnew -> verifiedAnew.setVersion(9)));
        assertThat(count("appeal")).isEqualTo(1);
        assertThat(count("case_file")).isEqualTo(1);
    }

    @Test
    void keepsAnAppealFromThePublicUnlessItIsToldOtherwise() {
        var appeal = desk.appeal(incident, changes -> changes.setAudience(Audience.UNKNOWN));
        assertThat(Desk.<String>read(desk.show(appeal), "$.audience")).isEqualTo("MEMBERS");
    }

    @Test
    void doesNotGuessWhatAnUnknownViolationIs() {
        var message =
                messages.of(incident, changes -> changes.setViolations(List.of(Violation.THREAT, Violation.UNKNOWN)));
        assertThatThrownBy(() -> openAppeal.accept(message)).isInstanceOf(PoisonRecord.class);
        assertThat(count("appeal")).isZero();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from %s where incident_id = :incident".formatted(table))
                .param("incident", incident)
                .query(Integer.class)
                .single();
    }
}
