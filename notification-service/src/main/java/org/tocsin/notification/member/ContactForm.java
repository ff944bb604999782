package org.tocsin.notification.member;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.member.Contact.WantedContact;
import org.tocsin.platform.web.FieldFault;

/**
 * One way to reach a member, as an administrator fills it in.
 *
 * @param atNight whether an SMS about a life at risk may wake it
 */
record ContactForm(
        @NotNull ChannelType channel,
        @NotNull @Size(max = 300) String address,
        boolean atNight) {

    static final int MOST = 20;

    /** Reads the contacts of the property {@code contacts}, and adds what is wrong with them to the faults. */
    static List<WantedContact> read(List<ContactForm> contacts, List<FieldFault> faults) {
        var wanted = IntStream.range(0, contacts.size())
                .mapToObj(i -> contacts.get(i).read(i, faults))
                .flatMap(Optional::stream)
                .toList();
        if (wanted.stream().map(WantedContact::address).distinct().count() < wanted.size()) {
            faults.add(new FieldFault("/contacts", "expected " + MemberRules.DISTINCT));
        }
        return wanted;
    }

    private Optional<WantedContact> read(int i, List<FieldFault> faults) {
        var sound = Address.of(channel, address);
        if (sound.isEmpty()) {
            faults.add(new FieldFault("/contacts/%d/address".formatted(i), "expected " + MemberRules.address(channel)));
        }
        return sound.map(found -> new WantedContact(found, atNight));
    }

    @Override
    public String toString() {
        return "ContactForm[" + channel + "]";
    }
}
