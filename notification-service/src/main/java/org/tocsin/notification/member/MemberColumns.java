package org.tocsin.notification.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.language.Language;

/** Members as arrays, a column each, so that one statement writes them all. */
final class MemberColumns {

    private final List<Member> members;
    private final List<Line> lines;

    private record Line(Member member, Contact contact, int position) {}

    MemberColumns(Collection<Member> members) {
        this.members = List.copyOf(members);
        this.lines = members.stream()
                .flatMap(member -> IntStream.range(0, member.contacts().size())
                        .mapToObj(i -> new Line(member, member.contacts().get(i), i)))
                .toList();
    }

    String[] ids() {
        return texts(members, Member::id);
    }

    UUID[] contactIds() {
        return lines.stream().map(line -> line.contact().id()).toArray(UUID[]::new);
    }

    Map<String, Object> members() {
        return new HashMap<>(Map.of(
                "ids", ids(),
                "organisations", texts(members, Member::organisation),
                "countries", texts(members, member -> member.country().code()),
                "languages", texts(members, MemberColumns::languages),
                "contentPolicies", texts(members, Member::contentPolicy),
                "inCountryPolicies", texts(members, Member::inCountryPolicy),
                "validFrom", texts(members, Member::validFrom),
                "validTo", texts(members, Member::validTo),
                "versions", members.stream().map(Member::version).toArray(Long[]::new)));
    }

    Map<String, Object> contacts() {
        return new HashMap<>(Map.of(
                "contactIds", contactIds(),
                "memberIds", texts(lines, line -> line.member().id()),
                "positions", lines.stream().map(Line::position).toArray(Integer[]::new),
                "channels", texts(lines, line -> line.contact().channel()),
                "addresses", texts(lines, line -> line.contact().address().value()),
                "atNight", lines.stream().map(line -> line.contact().atNight()).toArray(Boolean[]::new),
                "pausedAt", texts(lines, line -> line.contact().pausedAt())));
    }

    private static String languages(Member member) {
        return member.languages().stream().map(Language::tag).collect(Collectors.joining(" "));
    }

    /** Absent values become SQL's null. */
    private static <T> String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(column)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }
}
