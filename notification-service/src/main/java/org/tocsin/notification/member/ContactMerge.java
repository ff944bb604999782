package org.tocsin.notification.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.tocsin.notification.member.Contact.WantedContact;

/**
 * Finds out which wanted contact is which of those known. It is the same contact by its address; then, within a channel
 * and in the order given, a corrected address keeps the contact. One that paused is never corrected: its pause is its
 * own, neither passed on to another address nor lifted by taking the address out and in again.
 *
 * @param pausedBefore contacts that paused, and were taken out since
 * @param ids names new contacts
 */
record ContactMerge(List<Contact> pausedBefore, Supplier<UUID> ids) {

    List<Contact> merge(List<Contact> before, List<WantedContact> wanted) {
        var correctable = new ArrayList<>(before);
        correctable.removeIf(contact ->
                contact.paused() || wanted.stream().map(WantedContact::address).anyMatch(contact.address()::equals));
        return wanted.stream()
                .map(w -> find(before, w)
                        .or(() -> find(pausedBefore, w))
                        .or(() -> take(correctable, w))
                        .map(contact -> contact.changedTo(w))
                        .orElseGet(() -> new Contact(ids.get(), w.address(), w.atNight(), null)))
                .toList();
    }

    private static Optional<Contact> find(List<Contact> contacts, WantedContact wanted) {
        return contacts.stream()
                .filter(contact -> contact.address().equals(wanted.address()))
                .findFirst();
    }

    private static Optional<Contact> take(List<Contact> contacts, WantedContact wanted) {
        var found = contacts.stream()
                .filter(contact -> contact.channel() == wanted.address().channel())
                .findFirst();
        found.ifPresent(contacts::remove);
        return found;
    }
}
