package org.tocsin.notification.rendering;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.tocsin.notification.policy.Audience;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

/**
 * Renders every kind of message once into nothing when the service is up. Appeals are rare, so the first one would
 * otherwise find templates unread and classes not loaded, which costs it about a second.
 */
final class Rehearsal {

    private final Renderer renderer;

    Rehearsal(Renderer renderer) {
        this.renderer = renderer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform()
                .daemon()
                .name("rehearsal")
                .priority(Thread.MIN_PRIORITY)
                .start(this::run);
    }

    void run() {
        var names = Map.of("P1", new PersonName("Nobody", "Nowhere"));
        for (var language : Language.values()) {
            for (var shown : ContentClass.values()) {
                renderer.render(appeal(), language, shown, names);
                renderer.renderSentence(appeal(), Document.WAIT, language, shown);
            }
        }
    }

    private static IssuedAppeal appeal() {
        var text = new LanguageText(
                "Rehearsal",
                "Nothing happened.",
                "{P1} rehearses.",
                "{P1} rehearses.",
                "A story.",
                "None.",
                List.of("Nothing."),
                Map.of("P1", "somebody"));
        return new IssuedAppeal(
                new UUID(0, 0),
                1,
                new UUID(0, 0),
                "CHE 000 / 0100 / OBS 000",
                Instant.EPOCH,
                Instant.EPOCH,
                new Country("CHE"),
                Urgency.NORMAL,
                Audience.PUBLIC,
                Set.of(),
                List.of(),
                Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), language -> text)));
    }
}
