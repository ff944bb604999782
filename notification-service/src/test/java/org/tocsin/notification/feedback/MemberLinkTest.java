package org.tocsin.notification.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tocsin.notification.AppealMessages;
import org.tocsin.notification.Callers;
import org.tocsin.notification.ServiceTest;
import org.tocsin.notification.TestPeers;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.delivery.Senders;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.Urgency;
import org.tocsin.schemas.appeal.AppealIssued;

@ServiceTest
class MemberLinkTest {

    /** In this order: FULL, BLIND since it is in the country, Arabic. */
    private static final String MEMBERS = """
            member_id,organisation,country,languages,email,phone,channels,content_policy,in_country_policy,sms_at_night,valid_from,valid_to
            M00001,Ligue Exemple,FRA,fr,full@one.example,,EMAIL,FULL,BLIND,no,1987-12-01,
            M00002,Ligue Exemple,COD,fr,blind@one.example,,EMAIL,FULL,BLIND,no,1987-12-01,
            M00003,Ligue Exemple,TUN,ar,arabic@one.example,,EMAIL,REDACTED,BLIND,no,1987-12-01,
            """;

    private final UUID appeal = UUID.randomUUID();

    @Autowired
    Callers callers;

    @Autowired
    AppealMessages messages;

    @Autowired
    Consumer<Message<byte[]>> planDeliveries;

    @Autowired
    TestPeers.Outbound outbound;

    @Autowired
    TestPeers.Vault vault;

    @Autowired
    Senders senders;

    @Autowired
    SendConfirmations sendConfirmations;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void loadMembers() {
        assertThat(callers.importMembers(MEMBERS)).hasStatusOk();
    }

    @Test
    void showsThePublicTextToWhoeverHasTheLink() {
        send(change -> {});
        for (var address : links().keySet()) {
            assertThat(callers.open(link(address)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Mukendi")
                    .contains("Goma")
                    .doesNotContain("<script");
        }
    }

    @Test
    void showsNoMoreOfARestrictedAppealThanItsMessage() {
        send(change -> change.setAudience(Audience.MEMBERS));
        assertThat(callers.open(link("full@one.example")))
                .hasStatusOk()
                .bodyText()
                .contains("Un message vous attend")
                .doesNotContain("Mukendi")
                .doesNotContain("COD 001")
                .doesNotContain("headline");
    }

    @Test
    void describesPersonsWhileTheKeyCannotBeHad() {
        send(change -> {});
        vault.away(true);
        assertThat(callers.open(link("full@one.example")))
                .hasStatusOk()
                .bodyText()
                .contains("a lawyer")
                .doesNotContain("Mukendi");
    }

    @Test
    void writesArabicFromRightToLeft() {
        send(change -> {});
        assertThat(callers.open(link("arabic@one.example")))
                .bodyText()
                .contains("lang=\"ar\"")
                .contains("dir=\"rtl\"")
                .contains("تأكيد الاستلام");
    }

    @Test
    void changesNothingWhenLookedAt() {
        send(change -> {});
        var before = state();
        for (var link : links().values()) {
            assertThat(callers.open(link)).hasStatusOk();
            assertThat(callers.open(link + "/unsubscribe")).hasStatusOk();
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void isKeptAndPassedOnByNobody() {
        send(change -> {});
        assertThat(callers.open(link("full@one.example")))
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Referrer-Policy", "no-referrer");
    }

    @Test
    void acknowledgesOnceHoweverOftenItIsSaid() {
        send(change -> {});
        var link = link("full@one.example");
        assertThat(callers.say(link + "/ack")).hasStatusOk().bodyText().contains("Vous avez confirmé");
        assertThat(callers.say(link + "/ack")).hasStatusOk();
        assertThat(events("AppealAcknowledged")).isEqualTo(1);
        assertThat(callers.look("/api/v1/appeals/" + appeal + "/reach", "operator-one"))
                .bodyJson()
                .isLenientlyEqualTo("{\"classes\": {\"ACKNOWLEDGED\": 1, \"HANDED_OVER\": 2}}");
    }

    @Test
    void pausesTheContactUntilALifeIsAtRisk() {
        send(change -> {});
        var link = link("full@one.example");
        assertThat(callers.say(link + "/unsubscribe")).hasStatusOk();
        assertThat(callers.say(link + "/unsubscribe")).hasStatusOk();
        assertThat(events("ContactPaused")).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from task where kind = 'CONTACT_PAUSED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        planDeliveries.accept(messages.issued(UUID.randomUUID()));
        planDeliveries.accept(messages.issued(UUID.randomUUID(), 4, change -> change.setUrgency(Urgency.LIFE_AT_RISK)));
        assertThat(jdbc.sql("""
                        select f.urgency || ' ' || d.status || ' ' || coalesce(d.reason, '-')
                        from delivery d join fan_out f using (appeal_id)
                        where d.member_id = 'M00001' and d.attempts = 0 order by 1""").query(String.class).list())
                .containsExactly("LIFE_AT_RISK PLANNED -", "URGENT BLOCKED CONTACT_PAUSED");
    }

    @Test
    void tellsAnotherContactThatOneWasPaused() {
        callers.replace("/api/v1/members/M00001", "member-admin-one", "\"1\"", """
                {"organisation": "Ligue Exemple", "country": "FRA", "languages": ["fr"], "contentPolicy": "FULL",
                 "inCountryPolicy": "BLIND", "validFrom": "2019-03-01",
                 "contacts": [{"channel": "EMAIL", "address": "full@one.example", "atNight": false},
                              {"channel": "EMAIL", "address": "other@one.example", "atNight": false}]}""");
        send(change -> {});
        var link = link("full@one.example");
        callers.say(link + "/unsubscribe");
        sendConfirmations.run();
        sendConfirmations.run();

        assertThat(outbound.channel().sent().stream()
                        .filter(message ->
                                ((MailContent) message.content()).subject().contains("suspendus")))
                .extracting(OutgoingMessage::address)
                .containsExactly("other@one.example");
    }

    @Test
    void answersUnknownAndExpiredLinksAlike() {
        send(change -> {});
        var link = link("full@one.example");
        var unknown = callers.open("/m/AAAAAAAAAAAAAAAAAAAAAA");
        jdbc.sql("update fan_out set planned_at = planned_at - interval '31 days'")
                .update();
        var expired = callers.open(link);
        assertThat(unknown).hasStatus(404);
        assertThat(expired).hasStatus(404);
        assertThat(expired).bodyText().isEqualTo(body(unknown));
        assertThat(callers.open("/m/x")).hasStatus(404);
        assertThat(callers.say(link + "/ack")).hasStatus(404);
        assertThat(callers.say(link + "/unsubscribe")).hasStatus(404);
        assertThat(events("AppealAcknowledged") + events("ContactPaused")).isZero();
    }

    @Test
    void storesNoTokenInClear() {
        send(change -> {});
        var token = link("full@one.example").substring("/m/".length());
        assertThat(jdbc.sql("select string_agg(d::text, ' ') from delivery d")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    private void send(Consumer<AppealIssued.Builder> changes) {
        planDeliveries.accept(messages.issued(appeal, 4, changes));
        senders.run(outbound.channel());
    }

    /** The paths of the links in the messages, by recipient. */
    private Map<String, String> links() {
        return outbound.channel().sent().stream()
                .collect(Collectors.toMap(
                        OutgoingMessage::address,
                        message -> message.links().page().getPath(),
                        (one, other) -> one));
    }

    private String link(String address) {
        return Objects.requireNonNull(links().get(address));
    }

    private int events(String type) {
        return jdbc.sql("select count(*) from outbox where type like :type")
                .param("type", "%." + type)
                .query(Integer.class)
                .single();
    }

    private String state() {
        return jdbc.sql("""
                        select md5((select string_agg(d::text, '' order by delivery_id) from delivery d)
                                   || (select string_agg(m::text, '' order by member_id) from planned_member m)
                                   || (select string_agg(c::text, '' order by contact_id) from contact c))
                               || (select count(*) from outbox) || (select count(*) from task)""").query(String.class).single();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
