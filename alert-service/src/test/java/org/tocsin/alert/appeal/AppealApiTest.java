package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.appeal.Desk.body;
import static org.tocsin.alert.appeal.Desk.read;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServiceTest
class AppealApiTest {

    private final Desk desk;
    private UUID appeal = UUID.randomUUID();

    @Autowired
    AppealApiTest(Desk desk) {
        this.desk = desk;
    }

    @BeforeEach
    void open() {
        appeal = desk.appeal();
    }

    @Test
    void showsTextsAndVersionToThoseWhoWorkOnThem() {
        var shown = desk.show(appeal);
        assertThat(shown).hasStatusOk();
        assertThat(shown.getResponse().getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(Desk.<String>read(shown, "$.texts.fr.situation")).isNotBlank();
        assertThat(Desk.<List<String>>read(shown, "$.unread")).containsExactly("fr", "en", "es", "ar", "ru", "pt");
        assertThat(body(shown)).doesNotContain("partner-one").doesNotContain("Told by");
    }

    @Test
    void savesAStoryWithTokensForNames() {
        var saved = write("fr", "{\"story\": \"Me Espérance Mukendi est libre. Mukendi aussi.\", \"checked\": true}");
        assertThat(saved).hasStatusOk();
        assertThat(saved.getResponse().getHeader("ETag")).isEqualTo("\"2\"");
        assertThat(Desk.<String>read(saved, "$.text.story")).isEqualTo("Me {P1} est libre. {P1} aussi.");
        assertThat(Desk.<String>read(saved, "$.text.state")).isEqualTo("CHECKED");
        assertThat(Desk.<List<Object>>read(saved, "$.ambiguous")).isEmpty();
    }

    @Test
    void asksAboutAWordThatMayBeANameAndBelievesTheAnswer() {
        var asked = write("fr", "{\"story\": \"Une lueur d'espérance.\", \"checked\": true}");
        assertThat(Desk.<List<Map<String, Object>>>read(asked, "$.ambiguous"))
                .containsExactly(Map.of("token", "P1", "field", "story", "position", 12, "length", 9));
        var refused = desk.post(appeal, "approval", "approver-one");
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(Desk.<String>read(refused, "$.code")).isEqualTo("clear-name");
        assertThat(Desk.<String>read(refused, "$.language")).isEqualTo("fr");
        assertThat(body(refused)).doesNotContainIgnoringCase("espérance");

        var answered = write("fr", "{\"acceptedWords\": [\"espérance\"], \"checked\": true}");
        assertThat(Desk.<List<Object>>read(answered, "$.ambiguous")).isEmpty();
        assertThat(Desk.<List<String>>read(answered, "$.text.accepted")).containsExactly("P1.1");
        assertThat(desk.post(appeal, "approval", "approver-one")).hasStatusOk();
    }

    @Test
    void refusesToWriteOverWhatTheWriterHasNotSeen() {
        assertThat(desk.write(appeal, "fr", "author-one", "{}", null)).hasStatus(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(write("fr", "{\"story\": \"un\"}")).hasStatusOk();
        assertThat(desk.write(appeal, "fr", "author-one", "{\"story\": \"deux\"}", "\"1\""))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(Desk.<String>read(desk.show(appeal), "$.texts.fr.story")).isEqualTo("un");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"story\": \"{P2} est libre\"}        | 422 | /story",
                "{\"headline\": \"{\"}                  | 422 | /headline",
                "{\"acceptedWords\": [\" \"]}           | 422 | /acceptedWords/0",
                "{\"text\": \"secret-canary\"}          | 400 | /text",
                "{\"checked\": \"secret-canary\"}       | 400 | /checked",
            })
    void namesThePropertyAtFaultAndEchoesNothing(String body, int status, String pointer) {
        var refused = write("fr", body);
        assertThat(refused).hasStatus(status);
        assertThat(Desk.<String>read(refused, "$.errors[0].pointer")).isEqualTo(pointer);
        assertThat(body(refused)).doesNotContain("secret-canary").doesNotContain("est libre");
    }

    @Test
    void knowsNoOtherLanguageAndNoOtherAppeal() {
        assertThat(write("de", "{}")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(desk.show(UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(desk.post(UUID.randomUUID(), "approval", "approver-one")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(desk.get("/api/v1/appeals/no-uuid", "author-one")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void goesThroughReviewAndChanges() {
        assertThat(status(desk.post(appeal, "review", "author-one"))).isEqualTo("IN_REVIEW");
        assertThat(status(desk.post(appeal, "changes", "approver-one"))).isEqualTo("CHANGES_REQUESTED");
        var early = desk.post(appeal, "approval", "approver-one");
        assertThat(early).hasStatus(HttpStatus.CONFLICT);
        assertThat(Desk.<String>read(early, "$.code")).isEqualTo("appeal-status");
        assertThat(status(desk.post(appeal, "review", "author-one"))).isEqualTo("IN_REVIEW");
        assertThat(status(desk.post(appeal, "approval", "approver-one"))).isEqualTo("APPROVED");
    }

    @Test
    void approvesTheVersionThatWasReadAndNoOther() {
        assertThat(write("fr", "{\"story\": \"un\"}")).hasStatusOk();
        var path = "/api/v1/appeals/%s/approval".formatted(appeal);
        assertThat(desk.call(HttpMethod.POST, path, "approver-one", "{}", "\"1\""))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(desk.call(HttpMethod.POST, path, "approver-one", "{}", "\"2\""))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    '',              partner-one",
        "GET,    '',              verifier-one",
        "PUT,    /languages/fr,   approver-one",
        "POST,   /approval,       author-one",
        "POST,   /approval,       verifier-one",
        "POST,   /changes,        author-one",
        "POST,   /issue,          author-one",
        "DELETE, /issue,          translator-one",
    })
    void refusesEverybodyElse(String method, String path, String account) {
        var uri = "/api/v1/appeals/" + appeal + path;
        assertThat(desk.call(HttpMethod.valueOf(method), uri, account, "PUT".equals(method) ? "{}" : null, "\"1\""))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(desk.call(HttpMethod.valueOf(method), uri, null, null, null)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void listsByStatusPageByPage() {
        var newer = desk.appeal();
        desk.post(newer, "review", "author-one");
        var first = desk.get("/api/v1/appeals?limit=1", "translator-one");
        assertThat(Desk.<String>read(first, "$.items[0].appealId")).isEqualTo(newer.toString());
        String cursor = read(first, "$.nextCursor");
        var second = desk.get("/api/v1/appeals?limit=1&cursor=" + cursor, "translator-one");
        assertThat(Desk.<String>read(second, "$.items[0].appealId")).isEqualTo(appeal.toString());
        var inReview = desk.get("/api/v1/appeals?status=IN_REVIEW", "translator-one");
        assertThat(Desk.<List<String>>read(inReview, "$.items[*].status")).containsOnly("IN_REVIEW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "status=LOUD", "cursor=1", "incidentId=x"})
    void refusesAListItCannotMake(String query) {
        assertThat(desk.get("/api/v1/appeals?" + query, "author-one")
                        .getResponse()
                        .getStatus())
                .isIn(400, 422);
    }

    @Test
    void describesItselfWithoutALogin() {
        var description = desk.get("/v3/api-docs", null);
        assertThat(description).hasStatusOk();
        assertThat(body(description))
                .contains("/api/v1/appeals/{id}/languages/{lang}", "/api/v1/appeals/{id}/issue", "/verify/{reference}");
    }

    private MvcTestResult write(String language, String body) {
        return desk.write(appeal, language, "author-one", body);
    }

    private static String status(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return String.valueOf(Desk.<String>read(result, "$.status"));
    }
}
