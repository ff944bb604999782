package org.tocsin.alert.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads references as people type them and as they were printed since 1997. */
public final class LenientReference {

    private static final String GAP = "[\\s\\u00a0/\\u2013-]*";
    private static final Pattern PROGRAMME_CODE = Pattern.compile("(?:CASE?\\s)?\\s*([A-Z]{3})" + GAP + "(R?)(\\d{1,3})"
            + "[\\s\\u00a0/\\u2013-]+(\\d{2})(\\d{2})" + GAP + "OBS" + GAP + "(R?)(\\d{1,4})(?:\\.(\\d{1,2}))?");
    private static final Pattern CAMPAIGN_CODE =
            Pattern.compile("(?:CASE?\\s)?\\s*([A-Z]{3})\\s*(\\d{2})(\\d{2})(\\d{2})(?:\\.(\\d{1,2}))?");

    /** Abbreviations that were printed instead of the ISO code. */
    private static final Map<String, String> ALIASES = Map.of("RDC", "COD");

    private static final int LAST_YEAR_WRITTEN_FIRST = 2002;
    private static final int FIRST_YEAR = 1997;

    private LenientReference() {}

    public static Optional<Reference> read(String written) {
        var text = written.strip().toUpperCase(Locale.ROOT);
        var programme = PROGRAMME_CODE.matcher(text);
        if (programme.matches()) {
            return programmeCode(programme);
        }
        var campaign = CAMPAIGN_CODE.matcher(text);
        return campaign.matches() ? campaignCode(campaign) : Optional.empty();
    }

    private static Optional<Reference> programmeCode(Matcher found) {
        if (!found.group(2).equals(found.group(6))) {
            return Optional.empty();
        }
        var alias = ALIASES.get(found.group(1));
        var legacy = alias != null || isPadded(found.group(8));
        return month(found.group(4), found.group(5), legacy)
                .flatMap(month -> ReferenceCode.of(
                        alias == null ? found.group(1) : alias,
                        Integer.parseInt(found.group(3)),
                        month,
                        Integer.parseInt(found.group(7)),
                        !found.group(2).isEmpty(),
                        number(found.group(8))));
    }

    /**
     * Until 2002 the year was written before the month. Where both readings make sense, the other marks of that time
     * decide: the country's abbreviation and the follow-up number in two digits.
     */
    private static Optional<YearMonth> month(String first, String second, boolean legacy) {
        var monthFirst = yearMonth(second, first);
        var yearFirst = yearMonth(first, second)
                .filter(month -> month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR_WRITTEN_FIRST);
        return legacy ? yearFirst.or(() -> monthFirst) : monthFirst.or(() -> yearFirst);
    }

    private static Optional<YearMonth> yearMonth(String year, String month) {
        try {
            return Optional.of(YearMonth.of(ReferenceCode.century(year), Integer.parseInt(month)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Reference> campaignCode(Matcher found) {
        try {
            var day = LocalDate.of(
                    ReferenceCode.century(found.group(4)),
                    Integer.parseInt(found.group(3)),
                    Integer.parseInt(found.group(2)));
            var country = ALIASES.getOrDefault(found.group(1), found.group(1));
            return Optional.of(new CampaignCode(country, day, number(found.group(5))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isPadded(@Nullable String document) {
        return document != null && document.startsWith("0");
    }

    private static int number(@Nullable String document) {
        return document == null ? 0 : Integer.parseInt(document);
    }
}
