package org.tocsin.notification.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tocsin.notification.ServiceTest;

@ServiceTest
class ContactsTest {

    private static final String EMAIL = mail("desk@one.example");
    private static final String SMS = "{\"channel\": \"SMS\", \"address\": \"+33 6 39 98 00 01\", \"atNight\": true}";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Members members;

    @Autowired
    PauseContact pauseContact;

    Desk desk;

    @BeforeEach
    void addAMember() {
        desk = new Desk(mvc);
        desk.add("M09000");
    }

    @Test
    void changesContactsWithoutTheRestOfTheMember() {
        var before = only();
        assertThat(contacts("\"1\"", EMAIL, SMS))
                .hasStatusOk()
                .hasHeader("ETag", "\"2\"")
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"contacts": [{"contactId": "%s", "channel": "EMAIL", "address": "desk@one.example", "atNight": false},
                                      {"channel": "SMS", "address": "+33639980001", "atNight": true}]}""".formatted(before));
        assertThat(desk.read("/M09000/contacts")).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(desk.read("/M09000"))
                .bodyJson()
                .isLenientlyEqualTo("{\"organisation\": \"Ligue Exemple\", \"validFrom\": \"2019-03-01\"}");
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void tellsNothingWhenTheContactsStay() {
        assertThat(contacts("\"1\"", EMAIL)).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void keepsAContactWhoseAddressIsCorrected() {
        var before = only();
        assertThat(contacts("\"1\"", mail("alerts@one.example"))).hasStatusOk();
        assertThat(only()).isEqualTo(before);
    }

    @Test
    void namesTheAddressAtFault() {
        assertRefused(contacts("\"1\"", EMAIL, mail("nobody")), "/contacts/1/address");
        assertRefused(contacts("\"1\"", SMS.replace("+33 6", "06")), "/contacts/0/address");
        assertRefused(contacts("\"1\"", "{\"channel\": \"SMS\", \"atNight\": false}"), "/contacts/0/address");
    }

    @Test
    void takesEachAddressOnce() {
        assertRefused(contacts("\"1\"", EMAIL, mail("desk@ONE.example")), "/contacts");
    }

    @Test
    void leavesNobodyWithoutAContact() {
        assertRefused(contacts("\"1\""), "/contacts");
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        assertThat(contacts(null, SMS)).hasStatus(428);
        assertThat(contacts("\"7\"", SMS)).hasStatus(412);
        assertThat(desk.put("/M09001/contacts", "\"1\"", body(SMS))).hasStatus(404);
        assertThat(desk.read("/M09001/contacts")).hasStatus(404);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void keepsAPauseWhateverTheDirectorySays() {
        var paused = only();
        pauseContact.handle("M09000", paused);
        contacts("\"2\"", SMS, EMAIL.replace("false", "true"));
        assertThat(find(paused).paused()).isTrue();

        contacts("\"3\"", SMS);
        assertThat(members.find("M09000").orElseThrow().contacts()).hasSize(1);
        contacts("\"4\"", SMS, EMAIL);
        assertThat(find(paused).paused()).isTrue();
    }

    @Test
    void pausesAContactThatAsksAfterItWasTakenOut() {
        var gone = only();
        contacts("\"1\"", SMS);
        assertThat(pauseContact.handle("M09000", gone)).isEmpty();
        contacts("\"2\"", SMS, EMAIL);
        assertThat(find(gone).paused()).isTrue();
    }

    @Test
    void liftsAPauseWhenTheContactAskedAndPutsItOnRecord() {
        var paused = only();
        pauseContact.handle("M09000", paused);
        assertThat(resume("\"2\"", paused))
                .hasStatusOk()
                .hasHeader("ETag", "\"3\"")
                .bodyJson()
                .extractingPath("$.contacts[0].pausedAt")
                .isNull();
        assertThat(audited()).isEqualTo(1);
        assertThat(resume("\"3\"", paused)).hasStatusOk().hasHeader("ETag", "\"3\"");
        assertThat(audited()).isEqualTo(1);
    }

    @Test
    void liftsThePauseOfAContactOfTheMemberOnly() {
        assertThat(resume("\"1\"", UUID.randomUUID()))
                .hasStatus(404)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"contact-not-found\"}");
        assertThat(resume(null, only())).hasStatus(428);
        assertThat(resume("\"7\"", only())).hasStatus(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner-one", "author-one", "approver-one", "operator-one", "auditor-one", "service-one"})
    void isForAdministratorsOnly(String account) {
        assertThat(desk.readAs(account, "/M09000/contacts")).hasStatus(403);
        assertThat(desk.putAs(account, "/M09000/contacts", "\"1\"", body(SMS))).hasStatus(403);
        assertThat(desk.deleteAs(account, "/M09000/contacts/%s/pause".formatted(only()), "\"1\""))
                .hasStatus(403);
    }

    private MvcTestResult contacts(@Nullable String ifMatch, String... contacts) {
        return desk.put("/M09000/contacts", ifMatch, body(contacts));
    }

    private MvcTestResult resume(@Nullable String ifMatch, UUID contact) {
        return desk.deleteAs(Desk.ADMIN, "/M09000/contacts/%s/pause".formatted(contact), ifMatch);
    }

    private UUID only() {
        return members.find("M09000").orElseThrow().contacts().getFirst().id();
    }

    private Contact find(UUID id) {
        return members.find("M09000").orElseThrow().contacts().stream()
                .filter(contact -> contact.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private int events() {
        return outbox("MemberChanged");
    }

    private int audited() {
        return outbox("AuditRecorded");
    }

    private int outbox(String type) {
        return jdbc.sql("select count(*) from outbox where type like :type")
                .param("type", "%." + type)
                .query(Integer.class)
                .single();
    }

    private static void assertRefused(MvcTestResult result, String pointer) {
        assertThat(result)
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"code\": \"invalid-fields\", \"errors\": [{\"pointer\": \"%s\"}]}".formatted(pointer));
    }

    private static String mail(String address) {
        return "{\"channel\": \"EMAIL\", \"address\": \"%s\", \"atNight\": false}".formatted(address);
    }

    private static String body(String... contacts) {
        return "{\"contacts\": [%s]}".formatted(String.join(", ", contacts));
    }
}
