package org.tocsin.notification.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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

    static Member joining(String id, Profile profile, Supplier<UUID> ids) {
        return of(id, profile, merge(List.of(), profile.contacts(), ids), 1);
    }

    /** The member as the profile wants it; the same version if that changes nothing. */
    Member changedTo(Profile profile, Supplier<UUID> ids) {
        return becoming(of(id, profile, merge(contacts, profile.contacts(), ids), version));
    }

    /** The member with its last day; who ended is in no plan of a later day. */
    Member ending(LocalDate lastDay) {
        return becoming(with(contacts, lastDay));
    }

    Member pausing(UUID contactId, Instant now) {
        var paused = contacts.stream()
                .map(contact -> contact.id().equals(contactId) ? contact.pausedAt(now) : contact)
                .toList();
        return becoming(with(paused, validTo));
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

    /** Contacts keep their identity by address, then, within a channel, in the order given. */
    private static List<Contact> merge(List<Contact> before, List<WantedContact> wanted, Supplier<UUID> ids) {
        var left = new ArrayList<>(before);
        left.removeIf(contact -> wanted.stream().anyMatch(w -> w.address().equals(contact.address())));
        return wanted.stream()
                .map(w -> before.stream()
                        .filter(contact -> contact.address().equals(w.address()))
                        .findFirst()
                        .or(() -> left.stream()
                                .filter(contact ->
                                        contact.channel() == w.address().channel())
                                .findFirst())
                        .map(contact -> {
                            left.remove(contact);
                            return contact.changedTo(w);
                        })
                        .orElseGet(() -> new Contact(ids.get(), w.address(), w.atNight(), null)))
                .toList();
    }

    @Override
    public String toString() {
        return "Member[" + id + ", " + version + "]";
    }
}
