package org.tocsin.notification.member;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.platform.language.Language;

/** A member as the cells of its row, in the order of {@link MemberCsv#COLUMNS}; what {@link MemberRow} reads. */
final class MemberCells {

    private MemberCells() {}

    static List<String> of(Member member) {
        return List.of(
                member.id(),
                CsvCell.guarded(member.organisation()),
                member.country().code(),
                words(member.languages(), Language::tag),
                CsvCell.guarded(words(by(ChannelType.EMAIL, member), MemberCells::address)),
                telephones(by(ChannelType.SMS, member)),
                words(
                        List.of(ChannelType.values()).stream()
                                .filter(channel -> !by(channel, member).isEmpty())
                                .toList(),
                        ChannelType::name),
                member.contentPolicy().name(),
                member.inCountryPolicy().name(),
                atNight(by(ChannelType.SMS, member)),
                member.validFrom().toString(),
                Objects.toString(member.validTo(), ""));
    }

    /** Names of the columns in which the two differ. */
    static List<String> changed(Member before, Member after) {
        var old = of(before);
        var now = of(after);
        return IntStream.range(0, old.size())
                .filter(i -> !old.get(i).equals(now.get(i)))
                .mapToObj(MemberCsv.COLUMNS::get)
                .toList();
    }

    /** One number has digits only, so it is no formula and stays as everybody writes it; several would be a sum. */
    private static String telephones(List<Contact> phones) {
        var numbers = words(phones, MemberCells::address);
        return phones.size() > 1 ? CsvCell.guarded(numbers) : numbers;
    }

    /** One word for all telephones, or a word each. */
    private static String atNight(List<Contact> phones) {
        var answers =
                phones.stream().map(phone -> phone.atNight() ? "yes" : "no").toList();
        return switch ((int) answers.stream().distinct().count()) {
            case 0 -> "no";
            case 1 -> answers.getFirst();
            default -> String.join(" ", answers);
        };
    }

    private static List<Contact> by(ChannelType channel, Member member) {
        return member.contacts().stream()
                .filter(contact -> contact.channel() == channel)
                .toList();
    }

    private static String address(Contact contact) {
        return contact.address().value();
    }

    private static <T> String words(List<T> items, Function<T, String> word) {
        return items.stream().map(word).collect(Collectors.joining(" "));
    }
}
