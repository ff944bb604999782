package org.tocsin.notification.feedback;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.delivery.LinkedDelivery;
import org.tocsin.notification.delivery.Names;
import org.tocsin.notification.delivery.Names.OpenedNames;
import org.tocsin.notification.policy.Audience;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.notification.rendering.IssuedAppeal;
import org.tocsin.notification.rendering.LanguageChoice;
import org.tocsin.notification.rendering.PersonName;
import org.tocsin.notification.rendering.Renderer;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.sealing.KeyUnavailable;

/**
 * What a personal link shows: the text of a public appeal; of any other, no more than the message that carried it; of one
 * that is held or recalled, only that.
 */
@Component
class MemberPage {

    private final Names names;
    private final Renderer renderer;

    MemberPage(Names names, Renderer renderer) {
        this.names = names;
        this.renderer = renderer;
    }

    /**
     * What is on the page.
     *
     * @param language of the page
     * @param title the subject as the message had it; absent if the page says only that a message waits
     * @param paragraphs the message without what was the recipient's alone
     */
    record Shown(Language language, @Nullable String title, List<String> paragraphs) {
        @Override
        public String toString() {
            return "Shown[" + language + "]";
        }
    }

    /** While the appeal is stopped, only what its reader is asked to do. */
    Shown of(LinkedDelivery linked) {
        if (linked.lastWord().stops()) {
            var words = PageWords.in(linked.language());
            var key = "stopped." + linked.lastWord();
            return new Shown(linked.language(), words.say(key + ".title"), List.of(words.say(key + ".text")));
        }
        var contentClass = linked.appeal().audience() == Audience.PUBLIC ? ContentClass.FULL : linked.contentClass();
        return switch (contentClass) {
            case FULL -> text(linked, contentClass, mayBeShown(linked.appeal()));
            case REDACTED -> text(linked, contentClass, Map.of());
            case NOTICE, BLIND -> new Shown(linked.language(), null, List.of());
        };
    }

    private Shown text(LinkedDelivery linked, ContentClass contentClass, Map<String, PersonName> byToken) {
        var appeal = linked.appeal();
        var language =
                LanguageChoice.choose(List.of(linked.language()), appeal.texts().keySet());
        var content = renderer.render(appeal, language, contentClass, byToken).content();
        return new Shown(language, content.subject(), body(content));
    }

    /** While a key cannot be had, or never again, persons are described. */
    private Map<String, PersonName> mayBeShown(IssuedAppeal appeal) {
        try {
            return names.open(appeal) instanceof OpenedNames.Clear(var byToken) ? byToken : Map.of();
        } catch (KeyUnavailable e) {
            return Map.of();
        }
    }

    /** The text before the rule that begins the footer; the footer and the block after it are all our own words. */
    private static List<String> body(MailContent content) {
        var text = content.text();
        var ownBlock = text.lastIndexOf("\n---------- ");
        var footer = text.lastIndexOf("\n----------\n", ownBlock);
        return List.of((footer < 0 ? "" : text.substring(0, footer)).strip().split("\n{2,}"));
    }
}
