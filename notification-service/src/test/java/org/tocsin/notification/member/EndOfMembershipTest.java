package org.tocsin.notification.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
class EndOfMembershipTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Members members;

    Desk desk;

    @BeforeEach
    void addAMember() {
        desk = new Desk(mvc);
        desk.add("M09000");
    }

    @Test
    void endsAMembershipWithItsLastDay() {
        assertThat(end("\"1\"", "2026-12-31"))
                .hasStatusOk()
                .hasHeader("ETag", "\"2\"")
                .bodyJson()
                .isLenientlyEqualTo("{\"validFrom\": \"2019-03-01\", \"validTo\": \"2026-12-31\", \"version\": 2}");
        assertThat(members.validOn(LocalDate.of(2026, 12, 31))).hasSize(1);
        assertThat(members.validOn(LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void showsWhoEndedStill() {
        end("\"1\"", "2020-01-31");
        assertThat(desk.read("/M09000")).bodyJson().extractingPath("$.validTo").isEqualTo("2020-01-31");
        assertThat(desk.read("")).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
    }

    @Test
    void takesWhoEndedUpAgain() {
        end("\"1\"", "2020-01-31");
        assertThat(desk.put("/M09000", "\"2\"", Desk.form(null)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.validTo")
                .isNull();
        assertThat(members.validOn(LocalDate.of(2027, 1, 1))).hasSize(1);
    }

    @Test
    void movesTheEndAndTellsNothingWhenItStays() {
        end("\"1\"", "2026-12-31");
        assertThat(end("\"2\"", "2027-06-30")).hasStatusOk().hasHeader("ETag", "\"3\"");
        assertThat(end("\"3\"", "2027-06-30")).hasStatusOk().hasHeader("ETag", "\"3\"");
        assertThat(events()).isEqualTo(3);
    }

    @Test
    void endsOnTheFirstDayAtTheEarliest() {
        assertThat(end("\"1\"", "2019-02-28"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"invalid-fields\", \"errors\": [{\"pointer\": \"/lastDay\"}]}");
        assertThat(end("\"1\"", "2019-03-01")).hasStatusOk();
    }

    @Test
    void wantsADay() {
        assertThat(desk.post("/M09000/end", "\"1\"", "{}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"invalid-fields\", \"errors\": [{\"pointer\": \"/lastDay\"}]}");
        assertThat(end("\"1\"", "2026-02-30")).hasStatus(400);
        assertThat(desk.post("/M09000/end", "\"1\"", "{\"validTo\": \"2026-12-31\"}"))
                .hasStatus(400);
    }

    @Test
    void endsOnlyTheVersionThatWasRead() {
        assertThat(end(null, "2026-12-31")).hasStatus(428);
        assertThat(end("\"7\"", "2026-12-31")).hasStatus(412);
        assertThat(desk.post("/M09001/end", "\"1\"", "{\"lastDay\": \"2026-12-31\"}"))
                .hasStatus(404)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"member-not-found\"}");
        assertThat(events()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner-one", "author-one", "approver-one", "operator-one", "auditor-one", "service-one"})
    void isForAdministratorsOnly(String account) {
        assertThat(desk.postAs(account, "/M09000/end", "\"1\"", "{\"lastDay\": \"2026-12-31\"}"))
                .hasStatus(403);
    }

    private MvcTestResult end(@Nullable String ifMatch, String lastDay) {
        return desk.post("/M09000/end", ifMatch, "{\"lastDay\": \"%s\"}".formatted(lastDay));
    }

    private int events() {
        return jdbc.sql("select count(*) from outbox where type like '%.MemberChanged'")
                .query(Integer.class)
                .single();
    }
}
