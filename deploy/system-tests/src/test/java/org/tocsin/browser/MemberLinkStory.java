package org.tocsin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.LocalStack;
import org.tocsin.stories.Stage;
import org.tocsin.stories.Story;
import tools.jackson.databind.JsonNode;

/** A member follows the link of a mail. */
class MemberLinkStory {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/m/[A-Za-z0-9_-]+");

    private static final LocalStack STACK = Stage.stack();
    private static final Telephone TELEPHONE = Telephone.start();
    private static Story.Issued issued;

    @BeforeAll
    static void anAppealIsOut() {
        STACK.doors().forgetCaptured();
        issued = Story.of(STACK.doors()).toIssue();
        eventually(
                "everybody settled",
                () -> STACK.doors().reach("operator-one", issued.appealId()),
                body -> body.path("classes").path("PENDING").asInt(-1) == 0);
    }

    @AfterAll
    static void hangUp() {
        TELEPHONE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "ru"})
    void readsInTheLanguageOfTheMailAndItsDirectionWithoutScrollingSideways(String language) {
        var page = TELEPHONE.open(linkOf(mail(language, 0)));
        TELEPHONE.photograph("member-link-" + language);

        var html = page.locator("html");
        assertThat(html.getAttribute("lang")).isEqualTo(language);
        assertThat(html.getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        assertThat(page.locator("h1").innerText()).isNotBlank();
        assertThat(TELEPHONE.scrollsSideways()).isFalse();
    }

    @Test
    void acknowledgesAndIsCounted() {
        var before = acknowledged();

        var page = TELEPHONE.open(linkOf(mail("fr", 1)));
        page.locator("form[action$='/ack'] button").click();

        assertThat(page.locator("form[action$='/ack']").count()).isZero();
        assertThat(page.locator("[role=status]").count()).isEqualTo(1);
        assertThat(TELEPHONE.scrollsSideways()).isFalse();
        TELEPHONE.photograph("member-link-acknowledged");
        assertThat(acknowledged()).isEqualTo(before + 1);
    }

    @Test
    void pausesItsAddress() {
        var page = TELEPHONE.open(linkOf(mail("en", 1)));
        page.locator("form[action$='/unsubscribe'] button").click();

        assertThat(page.locator("form[action$='/unsubscribe']").count()).isZero();
        assertThat(page.locator("[role=status]").count()).isEqualTo(1);
        TELEPHONE.photograph("member-link-paused");
    }

    private static int acknowledged() {
        return STACK.doors()
                .reach("operator-one", issued.appealId())
                .expect(200)
                .path("classes")
                .path("ACKNOWLEDGED")
                .asInt();
    }

    private static JsonNode mail(String language, int skipped) {
        return StreamSupport.stream(STACK.doors().captured("EMAIL").spliterator(), false)
                .filter(mail ->
                        mail.path("headers").path("Content-Language").asString().equals(language))
                .skip(skipped)
                .findFirst()
                .orElseThrow();
    }

    private static String linkOf(JsonNode mail) {
        var links = LINK.matcher(mail.path("text").asString());
        assertThat(links.find()).as("the mail has a link").isTrue();
        return links.group();
    }
}
