package org.tocsin.notification.member;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.policy.ContentPolicy;
import org.tocsin.notification.policy.InCountryPolicy;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.InvalidRequest;

/**
 * A member as an administrator fills it in.
 *
 * @param memberId names a new member; the path names one to change
 */
record MemberForm(
        @Nullable @Pattern(regexp = MemberRules.ID_PATTERN) String memberId,
        @NotNull String organisation,
        @NotNull String country,
        @NotEmpty @Size(max = 6) List<@NotNull String> languages,
        @NotEmpty @Size(max = ContactForm.MOST) List<@NotNull @Valid ContactForm> contacts,
        @NotNull ContentPolicy contentPolicy,
        @NotNull InCountryPolicy inCountryPolicy,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo) {

    String newMemberId() {
        if (memberId == null) {
            throw new InvalidRequest(List.of(fault("/memberId", MemberRules.MEMBER_ID)));
        }
        return memberId;
    }

    /** Throws {@link InvalidRequest} with every rule that is broken. */
    Profile profile() {
        var faults = new ArrayList<FieldFault>();
        if (!MemberRules.isOrganisation(organisation)) {
            faults.add(fault("/organisation", MemberRules.ORGANISATION));
        }
        var home = Country.of(country);
        if (home.isEmpty()) {
            faults.add(fault("/country", MemberRules.COUNTRY));
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            faults.add(fault("/validTo", MemberRules.VALID_TO));
        }
        var spoken = IntStream.range(0, languages.size())
                .mapToObj(i -> language(i, faults))
                .flatMap(Optional::stream)
                .toList();
        var wanted = ContactForm.read(contacts, faults);
        if (home.isEmpty() || !faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return new Profile(
                organisation.strip(),
                home.get(),
                List.copyOf(new LinkedHashSet<>(spoken)),
                wanted,
                contentPolicy,
                inCountryPolicy,
                validFrom,
                validTo);
    }

    private Optional<Language> language(int i, List<FieldFault> faults) {
        var language = Language.of(languages.get(i));
        if (language.isEmpty()) {
            faults.add(fault("/languages/" + i, MemberRules.LANGUAGES));
        }
        return language;
    }

    private static FieldFault fault(String pointer, String expected) {
        return new FieldFault(pointer, "expected " + expected);
    }

    @Override
    public String toString() {
        return "MemberForm";
    }
}
