package org.tocsin.notification.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.tocsin.notification.Callers;
import org.tocsin.notification.ServiceTest;
import org.tocsin.notification.TestPeers;

@ServiceTest
class ExportTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Callers callers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestPeers.TestClock clock;

    Desk desk;

    @BeforeEach
    void goToTheDesk() {
        desk = new Desk(mvc);
    }

    @Test
    void givesOutTheNetworkAsItCameIn() {
        callers.importMembers(Callers.network());
        assertThat(export().lines())
                .containsExactlyElementsOf(Callers.network().lines().toList());
        assertThatNothingChangesWithTheExport(311);
    }

    @Test
    void givesOutWhatAFormSaysThatNoFileDid() {
        desk.post("", null, Desk.form("M09000").replaceFirst("\"contacts\": .*", """
                "contacts": [{"channel": "SMS", "address": "+33 6 39 98 00 01", "atNight": true},
                             {"channel": "EMAIL", "address": "=desk@one.example", "atNight": true},
                             {"channel": "SMS", "address": "+33 6 39 98 00 02", "atNight": false},
                             {"channel": "EMAIL", "address": "press@one.example", "atNight": false}]}"""));
        assertThat(row("M09000"))
                .isEqualTo("M09000,Ligue Exemple,COD,fr,'=desk@one.example press@one.example,"
                        + "'+33639980001 +33639980002,EMAIL SMS,FULL,BLIND,yes no,2019-03-01,");
        assertThatNothingChangesWithTheExport(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(0)", "+1", "-1", "@SUM(A1)", "'=x", "Ligue, \\\"Exemple\\\"", "'t Voorbeeld"})
    void givesOutAnyNameAndTakesItBack(String name) {
        desk.post("", null, Desk.form("M09000").replace("Ligue Exemple", name));
        assertThat(row("M09000").split(",")[1]).doesNotContainPattern("^[=+@-]");
        assertThatNothingChangesWithTheExport(1);
    }

    @Test
    void givesOutWhoEndedToo() {
        desk.add("M09000");
        desk.post("/M09000/end", "\"1\"", "{\"lastDay\": \"2020-01-31\"}");
        assertThat(row("M09000")).endsWith(",2019-03-01,2020-01-31");
        assertThatNothingChangesWithTheExport(1);
    }

    @Test
    void isAFileToKeepThatNobodyInBetweenKeeps() {
        assertThat(desk.read("/export"))
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8")
                .hasHeader("Cache-Control", "no-store")
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"members-%s.csv\""
                                .formatted(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        assertThat(export().lines()).containsExactly(String.join(",", MemberCsv.COLUMNS));
    }

    @Test
    void putsOnRecordWhoTookIt() {
        desk.add("M09000");
        desk.read("/export");
        assertThat(audits())
                .singleElement()
                .satisfies(audit -> assertThat(audit)
                        .contains("DIRECTORY_EXPORTED")
                        .contains(Desk.ADMIN)
                        .doesNotContain("one.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner-one", "author-one", "approver-one", "operator-one", "auditor-one", "service-one"})
    void isForAdministratorsOnly(String account) {
        assertThat(desk.readAs(account, "/export")).hasStatus(403);
        assertThat(audits()).noneMatch(audit -> audit.contains("DIRECTORY_EXPORTED"));
    }

    private void assertThatNothingChangesWithTheExport(int members) {
        assertThat(callers.importMembers(export()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"rows\": %1$d, \"created\": 0, \"updated\": 0, \"unchanged\": %1$d}".formatted(members));
    }

    private String row(String memberId) {
        return export().lines()
                .filter(line -> line.startsWith(memberId))
                .findFirst()
                .orElseThrow();
    }

    private String export() {
        return new String(
                desk.read("/export").getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private List<String> audits() {
        return jdbc
                .sql("select payload from outbox where type like '%.AuditRecorded'")
                .query(byte[].class)
                .list()
                .stream()
                .map(payload -> new String(payload, StandardCharsets.UTF_8))
                .toList();
    }
}
