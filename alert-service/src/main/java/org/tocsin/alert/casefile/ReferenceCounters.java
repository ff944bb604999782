package org.tocsin.alert.casefile;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where references come from: one counter per country and year, one for the programme and year, both twice, since
 * restricted cases count apart. A number is taken by updating a row in the transaction that issues, so issues of one
 * year follow each other, a rolled-back one takes nothing, and no number is left out.
 */
@Component
public class ReferenceCounters {

    private static final String NEXT = """
            insert into reference_counter (series, scope, year, last) values (:series, :scope, :year, 1)
            on conflict (series, scope, year) do update set last = reference_counter.last + 1
            returning last
            """;
    /** No country has this code. */
    private static final String WHOLE_PROGRAMME = "OBS";

    private final JdbcClient jdbc;

    ReferenceCounters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next reference. The country's row is always locked before the programme's, so two issues never wait for each
     * other.
     *
     * @param issued the day of issue, in UTC; its year chooses the counters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReferenceCode next(String country, boolean restricted, LocalDate issued) {
        var series = restricted ? "RESTRICTED" : "OPEN";
        int countrySerial = next(series, country, issued.getYear());
        int programmeSerial = next(series, WHOLE_PROGRAMME, issued.getYear());
        return new ReferenceCode(country, countrySerial, YearMonth.from(issued), programmeSerial, restricted, 0);
    }

    private int next(String series, String scope, int year) {
        return jdbc.sql(NEXT)
                .param("series", series)
                .param("scope", scope)
                .param("year", year)
                .query(Integer.class)
                .single();
    }
}
