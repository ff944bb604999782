package org.tocsin.notification.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.tocsin.notification.AppealMessages;
import org.tocsin.notification.ServiceTest;
import org.tocsin.notification.TestPeers;

/** A plan is of the membership as it was; only the next one follows a change. */
@ServiceTest
class SnapshotTest {

    private final UUID before = UUID.randomUUID();
    private final UUID after = UUID.randomUUID();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AppealMessages messages;

    @Autowired
    Consumer<Message<byte[]>> planDeliveries;

    @Autowired
    TestPeers.TestClock clock;

    @Autowired
    JdbcClient jdbc;

    Desk desk;

    @BeforeEach
    void planForAMember() {
        desk = new Desk(mvc);
        desk.post("", null, Desk.form("M09000").replace("COD", "FRA"));
        planDeliveries.accept(messages.issued(before));
    }

    @Test
    void ofThePlanStaysWhenTheMemberChanges() {
        var planned = plan(before);
        desk.put(
                "/M09000",
                "\"1\"",
                Desk.form(null).replace("COD", "ESP").replace("fr", "es").replace("FULL", "REDACTED"));
        planDeliveries.accept(messages.issued(after));

        assertThat(plan(before)).isEqualTo(planned).containsExactly("M09000 FRA fr EMAIL fr FULL PLANNED");
        assertThat(plan(after)).containsExactly("M09000 ESP es EMAIL es REDACTED PLANNED");
    }

    @Test
    void ofThePlanStaysWhenTheMembershipEnds() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var planned = plan(before);
        desk.post("/M09000/end", "\"1\"", "{\"lastDay\": \"%s\"}".formatted(today));
        assertThat(plan(before)).isEqualTo(planned);

        planDeliveries.accept(messages.issued(after));
        assertThat(plan(after)).isEqualTo(planned);

        clock.pass(Duration.ofDays(1));
        var nextDay = UUID.randomUUID();
        planDeliveries.accept(messages.issued(nextDay));
        assertThat(plan(nextDay)).isEmpty();
        assertThat(jdbc.sql("select count(*) from fan_out where appeal_id = :id")
                        .param("id", nextDay)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofThePlanStaysWhenAContactGoesAndAnotherComes() {
        var contact = contacts(before);
        desk.put("/M09000/contacts", "\"1\"", """
                {"contacts": [{"channel": "EMAIL", "address": "desk@one.example", "atNight": false},
                              {"channel": "EMAIL", "address": "press@one.example", "atNight": false}]}""");
        planDeliveries.accept(messages.issued(after));

        assertThat(contacts(before)).isEqualTo(contact).hasSize(1);
        assertThat(contacts(after)).hasSize(2).containsAll(contact);

        desk.put("/M09000/contacts", "\"2\"", """
                {"contacts": [{"channel": "SMS", "address": "+33639980001", "atNight": false}]}""");
        assertThat(contacts(before)).isEqualTo(contact);
        assertThat(plan(before)).containsExactly("M09000 FRA fr EMAIL fr FULL PLANNED");
    }

    private List<@Nullable String> plan(UUID appeal) {
        return jdbc.sql("""
                        select concat_ws(' ', member_id, m.country, array_to_string(m.languages, '+'), d.channel, d.language,
                                         d.content_class, d.status)
                        from planned_member m join delivery d using (appeal_id, issue_version, member_id)
                        where appeal_id = :appeal order by 1""").param("appeal", appeal).query(String.class).list();
    }

    private List<@Nullable UUID> contacts(UUID appeal) {
        return jdbc.sql("select contact_id from delivery where appeal_id = :appeal order by 1")
                .param("appeal", appeal)
                .query(UUID.class)
                .list();
    }
}
