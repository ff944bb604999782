package org.tocsin.notification.delivery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.policy.Audience;
import org.tocsin.notification.policy.ContentPolicy;
import org.tocsin.notification.policy.InCountryPolicy;
import org.tocsin.notification.policy.PolicyQuestion;
import org.tocsin.notification.policy.Recipient;
import org.tocsin.notification.rendering.IssuedAppeal;
import org.tocsin.notification.rendering.LanguageText;
import org.tocsin.notification.rendering.PersonName;
import org.tocsin.notification.rendering.Urgency;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.InvalidRequest;

/**
 * An appeal in one language as it stands, and the kind of member to show it for.
 *
 * @param memberCountry the member's own; those where the danger is are protected by their in-country policy
 * @param encrypted as if the contact's key were known
 * @param reference a stand-in is shown if none is allocated yet
 * @param text as the appeal holds it: persons are tokens
 * @param names in clear by token, as far as the caller may see them; a person without one is described
 */
record PreviewRequest(
        @NotNull ChannelType channel,
        @NotNull ContentPolicy contentPolicy,
        @Nullable InCountryPolicy inCountryPolicy,
        @NotNull String memberCountry,
        boolean encrypted,
        @NotNull Audience audience,
        @NotNull Urgency urgency,
        @NotNull String country,
        @Nullable List<@NotNull String> hostileJurisdictions,
        @Nullable @Size(max = 60) String reference,
        @Nullable Instant issuedAt,
        @NotNull @Valid Text text,
        @Nullable Map<@NotNull @Pattern(regexp = "P\\d{1,3}") String, @NotNull @Valid Name> names) {

    private static final String NO_REFERENCE = "––– 000 / 0000 / OBS 000";
    private static final UUID NO_APPEAL = new UUID(0, 0);

    /** A text in one language, in the form in which alert-service shows it. */
    @JsonIgnoreProperties({"state", "ownHeadline", "libraryVersion", "accepted", "edited", "checked"})
    record Text(
            @NotNull @Pattern(regexp = "fr|en|es|ar|ru|pt") String language,
            @NotNull String headline,
            @NotNull String opening,
            @NotNull String situation,
            @NotNull String situationWithoutPlace,
            @Nullable String story,
            @NotNull String concern,
            @NotNull List<@NotNull String> demands,
            @NotNull Map<@NotNull String, @NotNull String> descriptions) {
        @Override
        public String toString() {
            return "Text[" + language + "]";
        }
    }

    record Name(
            @NotNull @Size(max = 200) String name,
            @Nullable @Size(max = 200) String organisation) {
        @Override
        public String toString() {
            return "Name";
        }
    }

    Language language() {
        return Language.of(text.language()).orElseThrow();
    }

    PolicyQuestion question() {
        var faults = new ArrayList<FieldFault>();
        var about = country("/country", country, faults);
        var home = country("/memberCountry", memberCountry, faults);
        var hostile = hostile(faults);
        if (about.isEmpty() || home.isEmpty() || !faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        var inCountry = inCountryPolicy == null ? InCountryPolicy.BLIND : inCountryPolicy;
        return new PolicyQuestion(
                audience,
                about.get(),
                hostile,
                new Recipient(home.get(), contentPolicy, inCountry),
                channel,
                encrypted);
    }

    /** The appeal as if it were issued; the policy question has told that the countries exist. */
    IssuedAppeal appeal(PolicyQuestion question, Instant now) {
        var at = issuedAt == null ? now : issuedAt;
        return new IssuedAppeal(
                NO_APPEAL,
                1,
                NO_APPEAL,
                Objects.requireNonNullElse(reference, NO_REFERENCE),
                at,
                at,
                question.incidentCountry(),
                urgency,
                audience,
                question.hostileJurisdictions(),
                List.of(),
                Map.of(
                        language(),
                        new LanguageText(
                                text.headline(),
                                text.opening(),
                                text.situation(),
                                text.situationWithoutPlace(),
                                text.story(),
                                text.concern(),
                                text.demands(),
                                text.descriptions())));
    }

    Map<String, PersonName> personNames() {
        return names == null
                ? Map.of()
                : names.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> new PersonName(
                                        entry.getValue().name(),
                                        entry.getValue().organisation())));
    }

    private Set<Country> hostile(List<FieldFault> faults) {
        return (hostileJurisdictions == null ? Stream.<String>of() : hostileJurisdictions.stream())
                .map(code -> country("/hostileJurisdictions", code, faults))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Country> country(String pointer, String code, List<FieldFault> faults) {
        var country = Country.of(code);
        if (country.isEmpty()) {
            faults.add(new FieldFault(pointer, "expected an ISO 3166-1 alpha-3 code"));
        }
        return country;
    }

    @Override
    public String toString() {
        return "PreviewRequest";
    }
}
