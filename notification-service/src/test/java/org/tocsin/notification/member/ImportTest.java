package org.tocsin.notification.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tocsin.notification.Callers;
import org.tocsin.notification.ServiceTest;

@ServiceTest
class ImportTest {

    private static final String ROW =
            "M09%03d,Centro Exemplo,AGO,pt fr,a@ago.member.example,+33639980001,EMAIL SMS,FULL,BLIND,yes,1987-12-01,\n";

    @Autowired
    Callers callers;

    @Autowired
    Members members;

    @Autowired
    PauseContact pauseContact;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void importOne() {
        callers.importMembers(file(ROW.formatted(0)));
    }

    @Test
    void tellsRowByRowWhatItWouldChange() {
        var changed = ROW.formatted(0)
                .replace("pt fr", "fr pt")
                .replace("a@ago", "b@ago")
                .replace("yes", "no");
        assertThat(callers.tryImport(file(ROW.formatted(1) + changed)))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"rows": 2, "created": 1, "updated": 1, "unchanged": 0, "dryRun": true, "changes": [
                          {"row": 2, "memberId": "M09001", "kind": "CREATED", "columns": []},
                          {"row": 3, "memberId": "M09000", "kind": "UPDATED",
                           "columns": ["languages", "email", "sms_at_night"]}]}""");
        assertThat(jdbc.sql("select count(*) from member").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void tellsTheSameWhenItDoesIt() {
        var changed = file(ROW.formatted(0).replace("EMAIL SMS", "EMAIL").replace("+33639980001", ""));
        assertThat(body(callers.tryImport(changed)).replace("true", "false"))
                .contains("\"phone\",\"channels\",\"sms_at_night\"")
                .isEqualTo(body(callers.importMembers(changed)));
    }

    @Test
    void keepsThePauseOfAnAddressThatGoesAndComesBack() {
        var email = jdbc.sql("select contact_id from contact where channel = 'EMAIL'")
                .query(UUID.class)
                .single();
        pauseContact.handle("M09000", email);
        callers.importMembers(file(ROW.formatted(0).replace("a@ago", "b@ago")));
        assertThat(paused()).isEmpty();
        callers.importMembers(file(ROW.formatted(0)));
        assertThat(paused()).containsExactly(email);
    }

    @Test
    void repeatsNothingThatStandsInTheFile() {
        var changed = ROW.formatted(0).replace("Centro", "Comité").replace("a@ago", "b@ago");
        assertThat(body(callers.tryImport(file(changed))))
                .doesNotContain("Comité")
                .doesNotContain("@ago");
    }

    @Test
    void countsAllAndNamesNoMoreThanAnybodyReads() {
        var many = IntStream.range(0, 601).mapToObj(ROW::formatted).collect(Collectors.joining());
        assertThat(callers.tryImport(file(many)))
                .bodyJson()
                .hasPathSatisfying("$.created", created -> created.assertThat().isEqualTo(600))
                .hasPathSatisfying(
                        "$.changes.length()", length -> length.assertThat().isEqualTo(500))
                .extractingPath("$.changes[499].row")
                .isEqualTo(502);
    }

    private List<UUID> paused() {
        return members.find("M09000").orElseThrow().contacts().stream()
                .filter(Contact::paused)
                .map(Contact::id)
                .toList();
    }

    private static String file(String rows) {
        return String.join(",", MemberCsv.COLUMNS) + "\n" + rows;
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getMvcResult().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
