package org.tocsin.notification.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.notification.Callers;
import org.tocsin.notification.ServiceTest;

@ServiceTest
class DirectoryTest {

    private static final String MEMBER = """
            {"organisation": "Ligue Exemple", "country": "COD", "languages": ["fr"], "contentPolicy": "FULL",
             "inCountryPolicy": "BLIND", "validFrom": "2019-03-01",
             "contacts": [{"channel": "EMAIL", "address": "seed-7731@one.example", "atNight": false}]}""";

    @Autowired
    Callers callers;

    @Autowired
    JdbcClient jdbc;

    @Test
    void importsTheNetworkAndTakesTheSameFileAgainWithoutAChange() {
        assertThat(callers.importMembers(Callers.network()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"rows\": 311, \"created\": 311, \"updated\": 0, \"unchanged\": 0, \"dryRun\": false}");
        assertThat(count("contact")).isEqualTo(541);
        assertThat(count("outbox")).isEqualTo(311);

        assertThat(callers.importMembers(Callers.network()))
                .bodyJson()
                .isLenientlyEqualTo("{\"created\": 0, \"updated\": 0, \"unchanged\": 311}");
        assertThat(count("outbox")).isEqualTo(311);
    }

    @Test
    void updatesOnlyWhoDiffers() {
        callers.importMembers(Callers.network());
        assertThat(callers.importMembers(Callers.network().replace("alerts+m00057@cod", "desk@cod")))
                .bodyJson()
                .isLenientlyEqualTo("{\"created\": 0, \"updated\": 1, \"unchanged\": 310}");
        assertThat(count("contact")).isEqualTo(541);
        assertThat(jdbc.sql("select address from contact where member_id = 'M00057' and channel = 'EMAIL'")
                        .query(String.class)
                        .single())
                .isEqualTo("desk@cod.member.example");
    }

    @Test
    void importsNothingWhenOneRowIsWrong() {
        var wrong = Callers.network().replace("M00311", "M0031");
        assertThat(callers.importMembers(wrong))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"invalid-fields\", \"errors\": [{\"pointer\": \"/312/member_id\"}]}");
        assertThat(count("member")).isZero();
        assertThat(count("outbox")).isZero();
    }

    @Test
    void triesAnImportWithoutStoringIt() {
        assertThat(callers.tryImport(Callers.network()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"created\": 311, \"dryRun\": true}");
        assertThat(count("member")).isZero();
        assertThat(count("outbox")).isZero();
    }

    @Test
    void changesAMemberOnlyInTheVersionThatWasRead() {
        assertThat(callers.submit(
                        "/api/v1/members",
                        "member-admin-one",
                        MEMBER.replaceFirst("\\{", "{\"memberId\": \"M09000\",")))
                .hasStatus(201)
                .hasHeader("ETag", "\"1\"");
        var changed = MEMBER.replace("FULL", "REDACTED");
        assertThat(callers.replace("/api/v1/members/M09000", "member-admin-one", null, changed))
                .hasStatus(428);
        assertThat(callers.replace("/api/v1/members/M09000", "member-admin-one", "\"7\"", changed))
                .hasStatus(412);
        assertThat(callers.replace("/api/v1/members/M09000", "member-admin-one", "\"1\"", changed))
                .hasStatusOk()
                .hasHeader("ETag", "\"2\"");
        assertThat(callers.replace("/api/v1/members/M09001", "member-admin-one", "\"1\"", changed))
                .hasStatus(404);
        assertThat(callers.submit(
                        "/api/v1/members",
                        "member-admin-one",
                        MEMBER.replaceFirst("\\{", "{\"memberId\": \"M09000\",")))
                .hasStatus(409);
    }

    @Test
    void namesTheFieldsAtFault() {
        var wrong = MEMBER.replace("COD", "XXX").replace("seed-7731@one.example", "seed-7731");
        assertThat(callers.submit(
                        "/api/v1/members", "member-admin-one", wrong.replaceFirst("\\{", "{\"memberId\": \"M09000\",")))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"errors\": [{\"pointer\": \"/country\"}, {\"pointer\": \"/contacts/0/address\"}]}");
    }

    @Test
    void tellsOthersOfAMemberWithoutItsAddressOrName() {
        callers.submit("/api/v1/members", "member-admin-one", MEMBER.replaceFirst("\\{", "{\"memberId\": \"M09000\","));
        var event = jdbc.sql("select payload from outbox").query(byte[].class).single();
        assertThat(new String(event, StandardCharsets.UTF_8))
                .contains("M09000")
                .doesNotContain("seed-7731")
                .doesNotContain("Ligue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner-one", "verifier-one", "author-one", "approver-one", "operator-one", "service-one"})
    void isOpenToItsAdministratorsOnly(String account) {
        assertThat(callers.look("/api/v1/members", account)).hasStatus(403);
    }

    @Test
    void isReadPageByPage() {
        callers.importMembers(Callers.network());
        assertThat(callers.look("/api/v1/members?limit=300", "member-admin-one"))
                .bodyJson()
                .extractingPath("$.nextCursor")
                .isEqualTo("M00300");
        assertThat(callers.look("/api/v1/members?limit=300&cursor=M00300", "member-admin-one"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.items.length()", length -> length.assertThat().isEqualTo(11))
                .extractingPath("$.nextCursor")
                .isNull();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
