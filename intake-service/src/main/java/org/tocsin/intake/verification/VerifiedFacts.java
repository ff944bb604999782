package org.tocsin.intake.verification;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.intake.incident.ConfidentialFields;
import org.tocsin.intake.incident.Incident;
import org.tocsin.intake.vault.IdentityVault;
import org.tocsin.platform.sealing.Sealed;

/** What leaves the vault with a verified incident: sealed texts as they are, and the place if everybody agreed. */
@Component
class VerifiedFacts {

    private final IdentityVault vault;

    VerifiedFacts(IdentityVault vault) {
        this.vault = vault;
    }

    /**
     * The facts' confidential part.
     *
     * @param place in clear, with tokens for names; absent unless everybody agreed
     * @param sealed the sealed texts by field
     */
    record Confidential(@Nullable String place, Map<String, Sealed> sealed) {

        @Nullable
        Sealed name(String token) {
            return sealed.get(ConfidentialFields.name(token));
        }

        @Nullable
        Sealed organisation(String token) {
            return sealed.get(ConfidentialFields.organisation(token));
        }

        @Nullable
        Sealed narrative() {
            return sealed.get(ConfidentialFields.NARRATIVE);
        }

        @Override
        public String toString() {
            return "Confidential";
        }
    }

    Confidential of(Incident incident, Ruling ruling) {
        var sealed = vault.sealed(incident.keyId(), incident.id());
        var place = ruling.consents().allowPlace() ? place(incident, sealed) : null;
        return new Confidential(place, sealed);
    }

    private @Nullable String place(Incident incident, Map<String, Sealed> sealed) {
        var texts = vault.open(incident.id(), sealed);
        var place = texts.get(ConfidentialFields.PLACE);
        return place == null ? null : withTokens(place, incident.facts().tokens(), texts);
    }

    /** "House of N." must not carry N.'s name to the other services. */
    static String withTokens(String text, List<String> tokens, Map<String, String> texts) {
        for (var token : tokens) {
            var name = texts.get(ConfidentialFields.name(token));
            if (name != null) {
                text = text.replace(name, "{" + token + "}");
            }
        }
        return text;
    }
}
