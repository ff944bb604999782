package org.tocsin.notification.member;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.member.Contact.WantedContact;
import org.tocsin.notification.policy.ContentPolicy;
import org.tocsin.notification.policy.InCountryPolicy;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

/**
 * What an administrator says of a member, by form or by file.
 *
 * @param languages the preferred one first
 * @param validTo last day of membership
 */
record Profile(
        String organisation,
        Country country,
        List<Language> languages,
        List<WantedContact> contacts,
        ContentPolicy contentPolicy,
        InCountryPolicy inCountryPolicy,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    @Override
    public String toString() {
        return "Profile";
    }
}
