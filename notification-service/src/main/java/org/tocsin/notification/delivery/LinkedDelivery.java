package org.tocsin.notification.delivery;

import java.util.UUID;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.notification.rendering.Document;
import org.tocsin.notification.rendering.IssuedAppeal;
import org.tocsin.platform.language.Language;

/**
 * What a personal link belongs to.
 *
 * @param language of the message that carried it
 * @param contentClass what that message showed; the page shows no more, unless the appeal is public
 * @param lastWord on the appeal; while it stops the appeal, the page shows that word instead
 * @param acknowledged the member said it has the appeal
 */
public record LinkedDelivery(
        FanOutId fanOut,
        IssuedAppeal appeal,
        String memberId,
        UUID contactId,
        Language language,
        ContentClass contentClass,
        Document lastWord,
        boolean acknowledged) {}
