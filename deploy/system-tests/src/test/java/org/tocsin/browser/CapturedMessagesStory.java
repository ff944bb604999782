package org.tocsin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tocsin.local.LocalStack;
import org.tocsin.stories.Stage;
import org.tocsin.stories.Story;

/** Whoever tries the system reads what it sent. */
class CapturedMessagesStory {

    private final LocalStack stack = Stage.stack();

    @Test
    void findsTheArabicMessageOfARecipientAndReadsItFromRightToLeft() {
        stack.doors().forgetCaptured();
        var issued = Story.of(stack.doors()).toIssue();
        eventually(
                "everybody settled",
                () -> stack.doors().reach("operator-one", issued.appealId()),
                body -> body.path("classes").path("PENDING").asInt(-1) == 0);

        try (var telephone = Telephone.start()) {
            var page = telephone.open(
                    "http://127.0.0.1:%d/".formatted(stack.ports().captured()));
            assertThat(telephone.scrollsSideways()).isFalse();
            telephone.page().setDefaultTimeout(10_000);

            page.locator("input[name=q]").fill(recipientOfAnArabicMail());
            page.locator("form button").first().click();
            telephone.photograph("captured-messages");
            assertThat(page.locator("li a").count()).isPositive();

            page.locator("li a").first().click();
            telephone.photograph("captured-message-ar");
            assertThat(page.locator("h1").getAttribute("dir")).isEqualTo("rtl");
            assertThat(page.locator("pre").first().getAttribute("dir")).isEqualTo("rtl");
            assertThat(telephone.scrollsSideways()).isFalse();
        }
    }

    private String recipientOfAnArabicMail() {
        return StreamSupport.stream(stack.doors().captured("EMAIL").spliterator(), false)
                .filter(mail ->
                        mail.path("headers").path("Content-Language").asString().equals("ar"))
                .findFirst()
                .orElseThrow()
                .path("recipient")
                .asString();
    }
}
