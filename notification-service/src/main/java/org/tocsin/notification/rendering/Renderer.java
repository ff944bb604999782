package org.tocsin.notification.rendering;

import java.util.Map;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.platform.language.Language;

/** Writes a message once for all members of one language and content class. */
public final class Renderer {

    /**
     * Renders an appeal.
     *
     * @param language one the appeal has a text in; for NOTICE and BLIND any
     * @param names by token, in clear; looked at only for FULL, where a person without one is described
     */
    public RenderedMessage render(
            IssuedAppeal appeal, Language language, ContentClass contentClass, Map<String, PersonName> names) {
        return new RenderedMessage(contentClass, new MailContent(language, appeal.reference(), "", ""));
    }
}
