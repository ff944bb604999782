package org.tocsin.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tocsin.notification.AppealMessages;
import org.tocsin.notification.Callers;
import org.tocsin.notification.ServiceTest;
import org.tocsin.notification.TestPeers;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.schemas.RecallNotice;

@ServiceTest
class AppealDoorsTest {

    private final UUID appeal = UUID.randomUUID();
    private final String path = "/api/v1/appeals/" + appeal;

    @Autowired
    Callers callers;

    @Autowired
    AppealMessages messages;

    @Autowired
    Consumer<Message<byte[]>> planDeliveries;

    @Autowired
    SendDueDeliveries sending;

    @Autowired
    TestPeers.Outbound outbound;

    @Autowired
    JdbcClient jdbc;

    @Test
    void knowsNoReachBeforeThePlan() {
        assertThat(callers.look(path + "/reach", "operator-one"))
                .hasStatus(404)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"not-planned\"}");
        assertThat(callers.look(path + "/deliveries", "operator-one")).hasStatus(404);
        assertThat(callers.look("/api/v1/appeals/nonsense/reach", "operator-one"))
                .hasStatus(404);
    }

    @Test
    void accountsForEveryMember() {
        plan();
        assertThat(callers.look(path + "/reach", "approver-one"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"members": 311, "planned": 541, "haveText": 0, "haveNotice": 0,
                         "classes": {"ACKNOWLEDGED": 0, "DELIVERED": 0, "HANDED_OVER": 0, "PENDING": 290, "SCHEDULED": 0,
                                     "UNKNOWN": 0, "FAILED": 0, "BLOCKED": 21}}""");
        sending.run(outbound.channel());
        assertThat(callers.look(path + "/reach", "member-admin-one"))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"haveText\": 255, \"haveNotice\": 35, \"classes\": {\"HANDED_OVER\": 290, \"BLOCKED\": 21}}");
    }

    @Test
    void listsRowsWithoutAddressesPageByPage() {
        plan();
        assertThat(callers.look(path + "/deliveries?limit=2000", "operator-one"))
                .hasStatusOk()
                .bodyText()
                .contains("\"nextCursor\":null")
                .doesNotContain("member.example")
                .doesNotContain("+336");
        var all = jdbc.sql("select delivery_id from delivery order by 1")
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(callers.look(path + "/deliveries?limit=500", "operator-one"))
                .bodyJson()
                .extractingPath("$.nextCursor")
                .isEqualTo(all.get(499));
        assertThat(callers.look(path + "/deliveries?limit=500&cursor=" + all.get(499), "operator-one"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(41);
        assertThat(callers.look(path + "/deliveries?limit=2001", "operator-one"))
                .hasStatus(400);
        assertThat(callers.look(path + "/deliveries?cursor=x", "operator-one")).hasStatus(400);
    }

    @Test
    void retriesByHandOnlyWhatCannotHaveLeft() {
        plan();
        outbound.channel().answers(message -> new SendResult.Refused(FailureReason.MAILBOX_UNKNOWN));
        sending.run(outbound.channel());
        var failed = anyRow("FAILED");
        assertThat(retry(failed)).hasStatus(202).bodyJson().isLenientlyEqualTo("{\"status\": \"DEFERRED\"}");
        assertThat(jdbc.sql("select count(*) from outbox where topic = 'tocsin.audit.v1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        outbound.channel().answers(message -> new SendResult.Sent(""));
        sending.run(outbound.channel());
        assertThat(anyRow("ACCEPTED")).isEqualTo(failed);
        assertThat(retry(failed)).hasStatus(409);
        assertThat(retry(anyRow("BLOCKED"))).hasStatus(409);
        assertThat(retry(UUID.randomUUID())).hasStatus(404);

        planDeliveries.accept(messages.cancelled(appeal, 5));
        assertThat(retry(anyRow("FAILED"))).hasStatus(409);
    }

    @Test
    void showsWhichRowsAreTheAppealAndWhichFollowedIt() {
        plan();
        sending.run(outbound.channel());
        planDeliveries.accept(messages.recalled(appeal, 5, RecallNotice.RELEASED));
        sending.run(outbound.channel());
        assertThat(callers.look(path + "/deliveries?limit=2000", "operator-one"))
                .bodyJson()
                .extractingPath("$.items[?(@.document == 'RELEASED')].status")
                .asArray()
                .hasSize(290)
                .containsOnly("ACCEPTED");
    }

    @Test
    void retriesNothingOfARecalledAppealButWhatFollowsIt() {
        plan();
        outbound.channel()
                .answers(message -> message.address().hashCode() % 2 == 0
                        ? new SendResult.Sent("")
                        : new SendResult.Refused(FailureReason.MAILBOX_UNKNOWN));
        sending.run(outbound.channel());
        var appealRow = anyRow("FAILED");
        planDeliveries.accept(messages.recalled(appeal, 5, RecallNotice.RELEASED));
        outbound.channel().answers(message -> new SendResult.Refused(FailureReason.MAILBOX_UNKNOWN));
        sending.run(outbound.channel());
        assertThat(retry(appealRow)).hasStatus(409);
        var sentence = jdbc.sql("select delivery_id from delivery where document = 'RELEASED' limit 1")
                .query(UUID.class)
                .single();
        assertThat(retry(sentence)).hasStatus(202);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHOR, FULL, FRA, FULL, PUBLIC_FULL",
        "TRANSLATOR, REDACTED, FRA, REDACTED, PUBLIC_REDACTED",
        "APPROVER, LINK_ONLY, FRA, NOTICE, PUBLIC_LINK_ONLY",
        "APPROVER, FULL, COD, BLIND, IN_COUNTRY_BLIND"
    })
    void previewsWhatPolicyLetsAMemberSee(String role, String policy, String home, String shown, String reason) {
        assertThat(callers.submit("/api/v1/previews", role.toLowerCase(Locale.ROOT) + "-one", preview(policy, home)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"contentClass\": \"%s\", \"reason\": \"%s\"}".formatted(shown, reason));
    }

    @Test
    void previewsNamesOnlyWhereTheMessageWouldShowThem() {
        assertThat(callers.submit("/api/v1/previews", "author-one", preview("FULL", "FRA")))
                .bodyText()
                .contains("Jeanne")
                .contains("Goma");
        assertThat(callers.submit("/api/v1/previews", "author-one", preview("REDACTED", "FRA")))
                .bodyText()
                .contains("une avocate")
                .doesNotContain("Jeanne")
                .doesNotContain("Goma");
    }

    @Test
    void refusesAPreviewItCannotRead() {
        assertThat(callers.submit("/api/v1/previews", "author-one", preview("FULL", "XXX")))
                .hasStatus(422);
        assertThat(callers.submit(
                        "/api/v1/previews", "author-one", preview("FULL", "FRA").replace("\"story\"", "\"tale\"")))
                .hasStatus(400);
        assertThat(callers.submit("/api/v1/previews", "operator-one", preview("FULL", "FRA")))
                .hasStatus(403);
    }

    private static String preview(String policy, String home) {
        return """
                {"channel": "EMAIL", "contentPolicy": "%s", "memberCountry": "%s", "encrypted": false, "audience": "PUBLIC",
                 "urgency": "URGENT", "country": "COD", "names": {"P1": {"name": "Jeanne Mukendi"}},
                 "text": {"language": "fr", "state": "CHECKED", "headline": "arrestation", "opening": "Ouverture.",
                          "situation": "{P1} a été arrêtée à Goma.", "situationWithoutPlace": "{P1} a été arrêtée.",
                          "story": "Le récit.", "concern": "Inquiétude.", "demands": ["Libérer {P1}."],
                          "descriptions": {"P1": "une avocate"}}}""".formatted(policy, home);
    }

    private void plan() {
        callers.importMembers(Callers.network());
        planDeliveries.accept(messages.issued(appeal));
    }

    private MvcTestResult retry(UUID delivery) {
        return callers.submit(path + "/deliveries/" + delivery + "/retry", "operator-one", "{}");
    }

    private UUID anyRow(String status) {
        return jdbc.sql("select delivery_id from delivery where status = :status limit 1")
                .param("status", status)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }
}
