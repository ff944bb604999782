package org.tocsin.notification.member;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.member.Contact.WantedContact;
import org.tocsin.notification.policy.ContentPolicy;
import org.tocsin.notification.policy.InCountryPolicy;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.web.FieldFault;

/** One row of the file; collects what is wrong with it, cell by cell, without repeating what stands there. */
final class MemberRow {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern BEFORE_A_NUMBER = Pattern.compile("\\s+(?=\\+)");

    private final long row;
    private final List<String> cells;
    private final List<FieldFault> faults;
    private boolean sound = true;

    MemberRow(long row, List<String> cells, List<FieldFault> faults) {
        this.row = row;
        this.cells = cells;
        this.faults = faults;
    }

    String memberId() {
        return read("member_id", MemberRules::isMemberId, Function.identity(), MemberRules.MEMBER_ID)
                .orElse("");
    }

    /** Empty if any cell of the row is at fault. */
    Optional<Profile> profile() {
        var organisation =
                read("organisation", MemberRules::isOrganisation, Function.identity(), MemberRules.ORGANISATION);
        var country = readOptional("country", Country::of, MemberRules.COUNTRY);
        var languages = languages();
        var contacts = contacts();
        var contentPolicy = constant("content_policy", ContentPolicy.values());
        var inCountryPolicy = constant("in_country_policy", InCountryPolicy.values());
        var validFrom = readOptional("valid_from", MemberRow::date, MemberRules.DATE);
        var validTo = cell("valid_to").isEmpty()
                ? Optional.<LocalDate>empty()
                : readOptional("valid_to", MemberRow::date, MemberRules.DATE);
        if (validTo.isPresent() && validFrom.isPresent() && validTo.get().isBefore(validFrom.get())) {
            fault("valid_to", MemberRules.VALID_TO);
        }
        if (!sound) {
            return Optional.empty();
        }
        return Optional.of(new Profile(
                organisation.orElseThrow(),
                country.orElseThrow(),
                languages,
                contacts,
                contentPolicy.orElseThrow(),
                inCountryPolicy.orElseThrow(),
                validFrom.orElseThrow(),
                orNull(validTo)));
    }

    void fault(String column, String expected) {
        sound = false;
        faults.add(new FieldFault(
                "/%d/%s".formatted(row, column), "row %d, column %s: expected %s".formatted(row, column, expected)));
    }

    private List<Language> languages() {
        var words = words("languages");
        var languages =
                words.stream().map(Language::of).flatMap(Optional::stream).toList();
        if (words.isEmpty() || languages.size() != words.size()) {
            fault("languages", MemberRules.LANGUAGES);
        }
        return languages;
    }

    private List<WantedContact> contacts() {
        var words = words("channels");
        var channels = words.stream()
                .map(word -> constantOf(word, ChannelType.values()))
                .flatMap(Optional::stream)
                .toList();
        if (words.isEmpty() || channels.size() != words.size()) {
            fault("channels", MemberRules.CHANNELS);
            return List.of();
        }
        var atNight = atNight();
        var emails = addresses(ChannelType.EMAIL, "email", channels);
        var phones = addresses(ChannelType.SMS, "phone", channels);
        if (emails.size() + phones.size() > ContactForm.MOST) {
            fault("channels", MemberRules.FEW);
        }
        if (atNight.size() > 1 && atNight.size() != phones.size()) {
            fault("sms_at_night", MemberRules.AT_NIGHT);
            return List.of();
        }
        return Stream.concat(
                        emails.stream().map(email -> new WantedContact(email, false)),
                        IntStream.range(0, phones.size())
                                .mapToObj(i -> new WantedContact(phones.get(i), atNight.get(i % atNight.size()))))
                .toList();
    }

    private List<Address> addresses(ChannelType channel, String column, List<ChannelType> channels) {
        var written = cell(column);
        if (!channels.contains(channel)) {
            if (!written.isEmpty()) {
                fault(column, "nothing, since the column channels does not name %s".formatted(channel));
            }
            return List.of();
        }
        var parts = apart(channel).split(written);
        var addresses = Arrays.stream(parts)
                .map(part -> Address.of(channel, part))
                .flatMap(Optional::stream)
                .toList();
        if (addresses.size() != parts.length) {
            fault(column, MemberRules.address(channel));
        } else if (Set.copyOf(addresses).size() != addresses.size()) {
            fault(column, MemberRules.DISTINCT);
        }
        return addresses;
    }

    /** A telephone number may have spaces of its own; the next one begins with a plus. */
    private static Pattern apart(ChannelType channel) {
        return switch (channel) {
            case EMAIL -> SPACES;
            case SMS -> BEFORE_A_NUMBER;
        };
    }

    /** For each telephone in the order given, or once for all; never empty. */
    private List<Boolean> atNight() {
        var written = SPACES.split(cell("sms_at_night"));
        if (!Set.of("yes", "no").containsAll(List.of(written))) {
            fault("sms_at_night", MemberRules.AT_NIGHT);
        }
        return Arrays.stream(written).map("yes"::equals).toList();
    }

    private <E extends Enum<E>> Optional<E> constant(String column, E[] values) {
        return readOptional(column, word -> constantOf(word, values), MemberRules.oneOf(values));
    }

    private static <E extends Enum<E>> Optional<E> constantOf(String word, E[] values) {
        return Arrays.stream(values).filter(value -> value.name().equals(word)).findFirst();
    }

    private static Optional<LocalDate> date(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> read(
            String column, Function<String, Boolean> rule, Function<String, T> reading, String expected) {
        return readOptional(
                column,
                written -> rule.apply(written) ? Optional.of(reading.apply(written)) : Optional.empty(),
                expected);
    }

    private <T> Optional<T> readOptional(String column, Function<String, Optional<T>> reading, String expected) {
        var value = reading.apply(cell(column));
        if (value.isEmpty()) {
            fault(column, expected);
        }
        return value;
    }

    /** Distinct words; a word given twice counts once. */
    private List<String> words(String column) {
        return new ArrayList<>(new LinkedHashSet<>(SPACES.splitAsStream(cell(column))
                .filter(word -> !word.isEmpty())
                .toList()));
    }

    private String cell(String column) {
        return CsvCell.unguarded(cells.get(MemberCsv.COLUMNS.indexOf(column)));
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.isPresent() ? value.get() : null;
    }
}
