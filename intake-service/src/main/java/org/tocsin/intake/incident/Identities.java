package org.tocsin.intake.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only the person who works on an incident sees of it, and the vault records. Shredded texts are absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Identities(
        List<Identity> persons,
        @Nullable SafeContact safeContact,
        @Nullable String place,
        @Nullable String narrative,
        @Nullable String statedReason,
        @Nullable String perpetrators) {

    /** Who is behind a token. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Identity(
            String person,
            Sector sector,
            @Nullable String name,
            @Nullable String organisation,
            @Nullable String role) {
        @Override
        public String toString() {
            return "Identity[" + person + "]";
        }
    }

    static Identities of(Facts facts, Map<String, String> texts) {
        var persons = facts.tokens().stream()
                .map(token -> new Identity(
                        token,
                        facts.sectorOf(token),
                        texts.get(ConfidentialFields.name(token)),
                        texts.get(ConfidentialFields.organisation(token)),
                        texts.get(ConfidentialFields.role(token))))
                .toList();
        var contact = texts.get(ConfidentialFields.SAFE_CONTACT);
        return new Identities(
                persons,
                contact == null ? null : SafeContact.of(contact),
                texts.get(ConfidentialFields.PLACE),
                texts.get(ConfidentialFields.NARRATIVE),
                texts.get(ConfidentialFields.STATED_REASON),
                texts.get(ConfidentialFields.PERPETRATORS));
    }

    @Override
    public String toString() {
        return "Identities";
    }
}
