package org.tocsin.notification.member;

import java.time.LocalDate;
import java.util.ArrayList;
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

    /** A file lists one channel after the other; how they mixed before, it cannot tell, so that stays. */
    Profile mixedLike(List<Contact> before) {
        var left = new ArrayList<>(contacts);
        var mixed = new ArrayList<WantedContact>();
        before.forEach(known -> left.stream()
                .filter(contact -> contact.address().channel() == known.channel())
                .findFirst()
                .ifPresent(contact -> {
                    left.remove(contact);
                    mixed.add(contact);
                }));
        mixed.addAll(left);
        return new Profile(organisation, country, languages, mixed, contentPolicy, inCountryPolicy, validFrom, validTo);
    }

    @Override
    public String toString() {
        return "Profile";
    }
}
