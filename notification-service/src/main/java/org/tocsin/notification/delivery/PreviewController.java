package org.tocsin.notification.delivery;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.notification.channel.RecipientLinks;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.notification.policy.DeliveryPolicy;
import org.tocsin.notification.policy.PolicyDecision.Block;
import org.tocsin.notification.policy.PolicyDecision.Send;
import org.tocsin.notification.policy.PolicyReason;
import org.tocsin.notification.rendering.Renderer;

/** What a member will be shown, before anything is issued. Nothing is stored. */
@RestController
class PreviewController {

    private static final RecipientLinks EXAMPLE = new RecipientLinks(
            URI.create("https://example.org/m/preview"), URI.create("https://example.org/m/preview"));

    private final Renderer renderer;
    private final InstantSource clock;

    PreviewController(Renderer renderer, InstantSource clock) {
        this.renderer = renderer;
        this.clock = clock;
    }

    /**
     * The message, word for word, but for the recipient's own link.
     *
     * @param contentClass null when policy lets nothing go
     * @param reason policy's word for it
     */
    record Preview(
            @Nullable ContentClass contentClass,
            PolicyReason reason,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String html) {
        @Override
        public String toString() {
            return "Preview[" + contentClass + "]";
        }
    }

    @PostMapping("/api/v1/previews")
    @PreAuthorize("hasAnyRole('AUTHOR', 'TRANSLATOR', 'APPROVER')")
    Preview preview(@Valid @RequestBody PreviewRequest body) {
        var question = body.question();
        return switch (DeliveryPolicy.decide(question)) {
            case Block(var reason) -> new Preview(null, reason, null, null, null);
            case Send(var contentClass, var reason) -> {
                var appeal = body.appeal(question, clock.instant());
                var content = renderer.render(appeal, body.language(), contentClass, body.personNames())
                        .content();
                yield new Preview(
                        contentClass, reason, content.subject(), content.textFor(EXAMPLE), content.htmlFor(EXAMPLE));
            }
        };
    }
}
