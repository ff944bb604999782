package org.tocsin.intake.incident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.platform.web.Caller;
import org.tocsin.platform.web.Role;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes reports in and rolls them back, before the service is ready: the first real ones would wait seconds for classes to be
 * loaded and compiled. From the body's text to the text of the answer it is the real way in; nothing of it stays or leaves.
 */
@Component
@EnableConfigurationProperties(RehearsalProperties.class)
class Rehearsal implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final Caller NOBODY = new Caller("rehearsal", Set.of(Role.PARTNER));
    private static final String REPORT = """
            {"country": "COD", "place": "Exemple", "occurred": {"from": "%s", "precision": "DAY"},
             "violations": ["ARB_ARREST", "THREAT"], "urgency": "URGENT",
             "narrative": {"language": "fr", "text": "Répétition : rien de ceci n'est arrivé."},
             "persons": [{"name": "Personne Exemple", "sector": "LAWYER", "organisation": "Cabinet Exemple"}],
             "safeContact": {"channel": "EMAIL", "address": "rehearsal@partner.example"}}
            """;

    private final IncidentController door;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final RehearsalProperties settings;
    private final InstantSource clock;

    Rehearsal(
            IncidentController door,
            JsonMapper json,
            PlatformTransactionManager transactions,
            RehearsalProperties settings,
            InstantSource clock) {
        this.door = door;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var start = System.nanoTime();
        try {
            var done = rehearse();
            LOG.info("rehearsed {} reports in {} ms", done, (System.nanoTime() - start) / 1_000_000);
        } catch (RuntimeException e) { // an unpractised service is slow at first, and works
            LOG.warn("the rehearsal broke off: {}", e.getClass().getName());
        }
    }

    /** How many reports were taken in. */
    int rehearse() {
        var report = REPORT.formatted(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1));
        var end = System.nanoTime() + settings.longest().toNanos();
        var done = 0;
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                NOBODY.account(), "", AuthorityUtils.createAuthorityList("ROLE_" + Role.PARTNER))));
        try {
            while (done < settings.reports() && System.nanoTime() < end) {
                transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    takeIn(report);
                });
                done++;
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
        return done;
    }

    private void takeIn(String report) {
        var body = json.readValue(report, IncidentRequest.class);
        json.writeValueAsBytes(
                door.submit(UUID.randomUUID().toString(), body, NOBODY).getBody());
    }
}
