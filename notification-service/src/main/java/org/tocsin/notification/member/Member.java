package org.tocsin.notification.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.member.Contact.WantedContact;
import org.tocsin.notification.policy.ContentPolicy;
import org.tocsin.notification.policy.InCountryPolicy;
import org.tocsin.notification.policy.Recipient;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

/**
 * A member organisation of the network.
 *
 * @param id such as {@code M00057}
 * @param languages the preferred one first
 * @param validTo last day of membership
 * @param version of the events, counted from 1
 */
public record Member(
        String id,
        String organisation,
        Country country,
        List<Language> languages,
        List<Contact> contacts,
        ContentPolicy contentPolicy,
        InCountryPolicy inCountryPolicy,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version) {

    static Member joining(String id, Profile profile, ContactMerge merge) {
        return of(id, profile, merge.merge(List.of(), profile.contacts()), 1);
    }

    /** The member as the profile wants it; the same version if that changes nothing. */
    Member changedTo(Profile profile, ContactMerge merge) {
        return becoming(of(id, profile, merge.merge(contacts, profile.contacts()), version));
    }

    Member reachedBy(List<WantedContact> wanted, ContactMerge merge) {
        return becoming(with(merge.merge(contacts, wanted), validTo));
    }

    /** The member with its last day; who ended is in no plan of a later day. */
    Member ending(LocalDate lastDay) {
        return becoming(with(contacts, lastDay));
    }

    Member pausing(UUID contactId, Instant now) {
        return withPause(contactId, now);
    }

    Member resuming(UUID contactId) {
        return withPause(contactId, null);
    }

    private Member withPause(UUID contactId, @Nullable Instant since) {
        var changed = contacts.stream()
                .map(contact -> contact.id().equals(contactId) ? contact.pausedAt(since) : contact)
                .toList();
        return becoming(with(changed, validTo));
    }

    public Recipient recipient() {
        return new Recipient(country, contentPolicy, inCountryPolicy);
    }

    /** One version on, unless that changes nothing. */
    private Member becoming(Member wanted) {
        return wanted.equals(this) ? this : wanted.at(version + 1);
    }

    private Member with(List<Contact> others, @Nullable LocalDate lastDay) {
        return new Member(
                id,
                organisation,
                country,
                languages,
                others,
                contentPolicy,
                inCountryPolicy,
                validFrom,
                lastDay,
                version);
    }

    private Member at(long later) {
        return new Member(
                id,
                organisation,
                country,
                languages,
                contacts,
                contentPolicy,
                inCountryPolicy,
                validFrom,
                validTo,
                later);
    }

    private static Member of(String id, Profile profile, List<Contact> contacts, long version) {
        return new Member(
                id,
                profile.organisation(),
                profile.country(),
                profile.languages(),
                contacts,
                profile.contentPolicy(),
                profile.inCountryPolicy(),
                profile.validFrom(),
                profile.validTo(),
                version);
    }

    @Override
    public String toString() {
        return "Member[" + id + ", " + version + "]";
    }
}
