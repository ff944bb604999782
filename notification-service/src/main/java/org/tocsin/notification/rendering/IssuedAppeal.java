package org.tocsin.notification.rendering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tocsin.notification.policy.Audience;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

/**
 * An appeal as issued: what is planned and rendered from.
 *
 * @param version of the appeal; a lower one than seen is never acted on
 * @param sendNotBefore end of the send delay
 * @param hostileJurisdictions besides the incident's country
 * @param texts at least one; only versions that may be sent
 */
public record IssuedAppeal(
        UUID appealId,
        long version,
        UUID incidentId,
        String reference,
        Instant issuedAt,
        Instant sendNotBefore,
        Country country,
        Urgency urgency,
        Audience audience,
        Set<Country> hostileJurisdictions,
        List<AppealSubject> subjects,
        Map<Language, LanguageText> texts) {

    public IssuedAppeal {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("texts: 0 languages (expected: at least 1)");
        }
    }

    @Override
    public String toString() {
        return "IssuedAppeal[" + appealId + ", " + version + "]";
    }
}
