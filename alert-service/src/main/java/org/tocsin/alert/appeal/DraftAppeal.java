package org.tocsin.alert.appeal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.alert.casefile.Case;
import org.tocsin.alert.casefile.JdbcCases;
import org.tocsin.alert.clause.ClauseLibrary;
import org.tocsin.platform.language.Language;

/** Opens a case for a verified incident and drafts its first appeal from the clause library, in every language. */
@Service
class DraftAppeal {

    private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();
    private final JdbcAppeals appeals;
    private final JdbcCases cases;
    private final ClauseLibrary library;
    private final AppealEvents events;
    private final InstantSource clock;

    DraftAppeal(JdbcAppeals appeals, JdbcCases cases, ClauseLibrary library, AppealEvents events, InstantSource clock) {
        this.appeals = appeals;
        this.cases = cases;
        this.library = library;
        this.events = events;
        this.clock = clock;
    }

    /** An incident verified anew, after a review, keeps the appeal it has. */
    @Transactional
    public void handle(VerifiedFacts facts) {
        if (appeals.existFor(facts.incidentId())) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var opened =
                Case.open(ids.generate(), facts.incidentId(), facts.country().code(), facts.restricted(), now);
        var texts = Arrays.stream(Language.values())
                .map(language -> library.write(facts.forClauses(), language))
                .toList();
        var draft = Appeal.draft(ids.generate(), opened.id(), facts, texts, library.version(), now);
        cases.add(opened);
        appeals.add(draft);
        events.drafted(draft);
    }
}
