package org.tocsin.alert.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.embedded.EmbeddedPostgres;

class ReferenceCountersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.shared();

    private final HikariDataSource source = new HikariDataSource();
    private final ReferenceCounters counters = new ReferenceCounters(JdbcClient.create(source));
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));

    @BeforeEach
    void newDatabase() {
        source.setJdbcUrl(POSTGRES.url(POSTGRES.newDatabase()));
        source.setUsername(POSTGRES.user());
        source.setPassword(POSTGRES.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/platform", "classpath:db/migration")
                .load()
                .migrate();
    }

    @AfterEach
    void disconnect() {
        source.close();
    }

    @Test
    void countTheCountryAndTheProgrammeFromOne() {
        assertThat(next("COD", false, TODAY).canonical()).isEqualTo("COD 001 / 1126 / OBS 001");
        assertThat(next("EGY", false, TODAY).canonical()).isEqualTo("EGY 001 / 1126 / OBS 002");
        assertThat(next("COD", false, TODAY).canonical()).isEqualTo("COD 002 / 1126 / OBS 003");
    }

    @Test
    void countRestrictedCasesApart() {
        next("COD", false, TODAY);
        assertThat(next("COD", true, TODAY).canonical()).isEqualTo("COD R001 / 1126 / OBS R001");
        assertThat(next("COD", false, TODAY).canonical()).isEqualTo("COD 002 / 1126 / OBS 002");
    }

    @Test
    void beginAnewEachYear() {
        next("COD", false, TODAY);
        assertThat(next("COD", false, TODAY.plusMonths(2)).canonical()).isEqualTo("COD 001 / 0127 / OBS 001");
    }

    @Test
    void leaveNoGapAndGiveNothingTwiceWhenTwoHundredAreIssuedAtOnce() throws Exception {
        var countries = List.of(Locale.getISOCountries()).subList(0, 20).stream()
                .map(alpha2 -> Locale.of("", alpha2).getISO3Country())
                .toList();
        // Each tenth of them is rolled back after it took its number.
        var issues = IntStream.range(0, 220)
                .<Callable<List<ReferenceCode>>>mapToObj(i -> () -> transaction.execute(status -> {
                    var reference = counters.next(countries.get(i % 20), false, TODAY);
                    if (i >= 200) {
                        status.setRollbackOnly();
                        return List.of();
                    }
                    return List.of(reference);
                }))
                .toList();
        var given = new ArrayList<ReferenceCode>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var issue : threads.invokeAll(issues)) {
                given.addAll(issue.get());
            }
        }

        assertThat(given)
                .extracting(ReferenceCode::programmeSerial)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 200).boxed().toList());
        for (var country : countries) {
            assertThat(given)
                    .filteredOn(reference -> reference.country().equals(country))
                    .extracting(ReferenceCode::countrySerial)
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }
    }

    @Test
    void giveANumberBackWhenTheIssueIsRolledBack() {
        next("COD", false, TODAY);
        transaction.executeWithoutResult(status -> {
            counters.next("COD", false, TODAY);
            status.setRollbackOnly();
        });
        assertThat(next("COD", false, TODAY).canonical()).isEqualTo("COD 002 / 1126 / OBS 002");
    }

    private ReferenceCode next(String country, boolean restricted, LocalDate issued) {
        return transaction.execute(status -> counters.next(country, restricted, issued));
    }
}
