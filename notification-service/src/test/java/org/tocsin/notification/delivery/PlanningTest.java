package org.tocsin.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.tocsin.notification.AppealMessages;
import org.tocsin.notification.Callers;
import org.tocsin.notification.ServiceTest;
import org.tocsin.platform.inbox.PoisonRecord;
import org.tocsin.schemas.Audience;

@ServiceTest
class PlanningTest {

    private final UUID appeal = UUID.randomUUID();

    @Autowired
    Callers callers;

    @Autowired
    AppealMessages messages;

    @Autowired
    Consumer<Message<byte[]>> planDeliveries;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void loadTheNetwork() {
        callers.importMembers(Callers.network());
    }

    @Test
    void plansTheWholeNetworkFromASnapshot() {
        planDeliveries.accept(messages.issued(appeal));

        assertThat(count("planned_member", "true")).isEqualTo(311);
        assertThat(count("delivery", "true")).isEqualTo(541);
        assertThat(count("delivery", "channel = 'EMAIL' and status = 'PLANNED'"))
                .isEqualTo(290);
        assertThat(count("delivery", "channel = 'SMS' and status <> 'BLOCKED'")).isZero();
        assertThat(events("DeliveriesPlanned")).isEqualTo(1);
        assertThat(byClass()).isEqualTo(Map.of("BLIND", 13, "FULL", 217, "NOTICE", 22, "REDACTED", 38));
    }

    @Test
    void protectsMembersInTheCountryAsTheyChose() {
        planDeliveries.accept(messages.issued(appeal));

        assertThat(jdbc.sql("""
                        select d.channel || ' ' || d.status || ' ' || coalesce(d.content_class, '-') || ' ' || d.content_reason
                        from delivery d join planned_member m using (appeal_id, issue_version, member_id)
                        where m.country = 'COD' order by 1""").query(String.class).list())
                .containsExactly(
                        "EMAIL PLANNED BLIND IN_COUNTRY_BLIND",
                        "EMAIL PLANNED BLIND IN_COUNTRY_BLIND",
                        "SMS BLOCKED - IN_COUNTRY_NO_SMS",
                        "SMS BLOCKED - IN_COUNTRY_NO_SMS");
    }

    @Test
    void showsNothingInClearOfARestrictedAppeal() {
        planDeliveries.accept(messages.issued(appeal, 4, change -> change.setAudience(Audience.MEMBERS)));
        assertThat(byClass()).containsOnlyKeys("BLIND");
    }

    @Test
    void plansOnceHoweverOftenTheEventComes() {
        var message = messages.issued(appeal);
        planDeliveries.accept(message);
        planDeliveries.accept(message);
        planDeliveries.accept(messages.issued(appeal));

        assertThat(count("delivery", "true")).isEqualTo(541);
        assertThat(events("DeliveriesPlanned")).isEqualTo(1);
    }

    @Test
    void believesNoAppealThatAlertServiceDidNotSign() {
        assertThatThrownBy(() -> planDeliveries.accept(messages.forged(appeal)))
                .isInstanceOfSatisfying(
                        PoisonRecord.class,
                        poison -> assertThat(poison.reason()).isEqualTo(PoisonRecord.Reason.BAD_SIGNATURE));
        assertThat(count("fan_out", "true")).isZero();
    }

    @Test
    void leavesOutWhoIsNoMemberThatDay() {
        callers.importMembers(Callers.network()
                .replace("1987-12-01,\n", "1987-12-01,2026-01-31\n")
                .replace("2010-05-01,\n", "2999-05-01,\n"));
        var gone = count("member", "valid_to is not null or valid_from > current_date");
        planDeliveries.accept(messages.issued(appeal));
        assertThat(gone).isEqualTo(4);
        assertThat(count("planned_member", "true")).isEqualTo(311 - gone);
    }

    @Test
    void cancelsWhatHasNotLeft() {
        planDeliveries.accept(messages.issued(appeal));
        planDeliveries.accept(messages.cancelled(appeal, 5));

        assertThat(count("delivery", "status = 'CANCELLED' and reason = 'ISSUE_CANCELLED'"))
                .isEqualTo(290);
        assertThat(count("delivery", "status = 'BLOCKED'")).isEqualTo(251);
        assertThat(events("DeliveriesCancelled")).isEqualTo(1);
    }

    @Test
    void plansAgainWhenTheAppealIsIssuedAgain() {
        planDeliveries.accept(messages.issued(appeal));
        planDeliveries.accept(messages.cancelled(appeal, 5));
        planDeliveries.accept(messages.issued(appeal, 6, change -> {}));

        assertThat(count("delivery", "issue_version = 6 and status = 'PLANNED'"))
                .isEqualTo(290);
        assertThat(count("delivery", "issue_version = 4 and status = 'PLANNED'"))
                .isZero();
        assertThat(jdbc.sql("select version from fan_out").query(Long.class).single())
                .isEqualTo(3);
    }

    @Test
    void neverActsBackwards() {
        planDeliveries.accept(messages.issued(appeal, 6, change -> {}));
        planDeliveries.accept(messages.cancelled(appeal, 5));
        planDeliveries.accept(messages.issued(appeal, 4, change -> {}));

        assertThat(count("delivery", "status = 'PLANNED'")).isEqualTo(290);
        assertThat(count("delivery", "issue_version = 4")).isZero();
    }

    @Test
    void holdsTheNamesSealedAndTheAddressesApart() {
        planDeliveries.accept(messages.issued(appeal));
        assertThat(jdbc.sql("select appeal::text from fan_out")
                        .query(String.class)
                        .single())
                .contains("{P1}")
                .doesNotContain("Mukendi");
        assertThat(jdbc.sql("select string_agg(d::text, ' ') from delivery d")
                        .query(String.class)
                        .single())
                .doesNotContain("member.example");
    }

    private Map<String, Integer> byClass() {
        return jdbc
                .sql("select content_class, count(*) from delivery where status = 'PLANNED' group by 1")
                .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int count(String table, String condition) {
        return jdbc.sql("select count(*) from %s where %s".formatted(table, condition))
                .query(Integer.class)
                .single();
    }

    private int events(String type) {
        return count("outbox", "type like '%." + type + "'");
    }
}
