package org.tocsin.alert.casefile;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the network calls a document of a case: {@code COD 001 / 1126 / OBS 004}, its first follow-up
 * {@code COD 001 / 1126 / OBS 004.1}. Restricted cases have a series of their own,
 * {@code COD R001 / 1126 / OBS R004}, so that a gap in the public one tells nothing.
 *
 * @param country ISO 3166-1 alpha-3
 * @param countrySerial the how many-th case of the country in the year of its first document
 * @param month of the case's first document; the follow-ups keep it
 * @param programmeSerial the how many-th case of the programme in that year
 * @param document 0 for the first document, then the follow-up number
 */
public record ReferenceCode(
        String country, int countrySerial, YearMonth month, int programmeSerial, boolean restricted, int document)
        implements Reference {

    /** The Observatory, the programme these cases belong to. */
    private static final String PROGRAMME = "OBS";

    private static final String RESTRICTED_MARK = "R";
    private static final Pattern CANONICAL = Pattern.compile(
            "([A-Z]{3}) (R?)(\\d{3}) / (0[1-9]|1[0-2])(\\d{2}) / " + PROGRAMME + " \\2(\\d{3,4})(?:\\.([1-9]\\d?))?");
    private static final Pattern URL_FORM = Pattern.compile("([A-Z]{3})-(R?\\d{3})-(\\d{4})-([A-Z]+)-(R?\\d[\\d.]*)");

    public ReferenceCode {
        if (!country.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("reference: country is not three capital letters");
        }
        require("country serial", countrySerial, 1, 999);
        require("programme serial", programmeSerial, 1, 9999);
        require("document", document, 0, 99);
    }

    /** Reads the canonical form, and nothing else; {@link LenientReference} reads what people write. */
    public static Optional<ReferenceCode> parse(String canonical) {
        var found = CANONICAL.matcher(canonical);
        if (!found.matches()) {
            return Optional.empty();
        }
        return of(
                found.group(1),
                Integer.parseInt(found.group(3)),
                YearMonth.of(century(found.group(5)), Integer.parseInt(found.group(4))),
                Integer.parseInt(found.group(6)),
                !found.group(2).isEmpty(),
                found.group(7) == null ? 0 : Integer.parseInt(found.group(7)));
    }

    /** Reads the form used in addresses, {@code COD-001-1126-OBS-004.1}. */
    public static Optional<ReferenceCode> parseUrl(String urlForm) {
        var found = URL_FORM.matcher(urlForm);
        return found.matches() ? parse(found.replaceFirst("$1 $2 / $3 / $4 $5")) : Optional.empty();
    }

    static Optional<ReferenceCode> of(
            String country, int countrySerial, YearMonth month, int programmeSerial, boolean restricted, int document) {
        try {
            return Optional.of(new ReferenceCode(country, countrySerial, month, programmeSerial, restricted, document));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Two digits as a year: the programme began in 1997. */
    static int century(String twoDigits) {
        int year = Integer.parseInt(twoDigits);
        return year >= 97 ? 1900 + year : 2000 + year;
    }

    @Override
    public String canonical() {
        var mark = restricted ? RESTRICTED_MARK : "";
        return "%s %s%03d / %02d%02d / %s %s%03d%s"
                .formatted(
                        country,
                        mark,
                        countrySerial,
                        month.getMonthValue(),
                        month.getYear() % 100,
                        PROGRAMME,
                        mark,
                        programmeSerial,
                        document == 0 ? "" : "." + document);
    }

    /** As it is written in an address. */
    public String urlForm() {
        return canonical().replace(" / ", "-").replace(' ', '-');
    }

    @Override
    public String toString() {
        return canonical();
    }

    private static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "reference: %s is %d (expected: %d..%d)".formatted(what, value, least, most));
        }
    }
}
