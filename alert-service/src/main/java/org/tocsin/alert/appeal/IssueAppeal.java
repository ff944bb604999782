package org.tocsin.alert.appeal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.tocsin.alert.casefile.JdbcCases;
import org.tocsin.alert.casefile.ReferenceCode;
import org.tocsin.alert.casefile.ReferenceCounters;

/** An approved appeal gets its reference and may go out once the send delay is over; until then it can be taken back. */
@Service
class IssueAppeal {

    private final JdbcAppeals appeals;
    private final JdbcCases cases;
    private final ReferenceCounters counters;
    private final CaseNames caseNames;
    private final AppealEvents events;
    private final SendDelayProperties sendDelay;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    IssueAppeal(
            JdbcAppeals appeals,
            JdbcCases cases,
            ReferenceCounters counters,
            CaseNames caseNames,
            AppealEvents events,
            SendDelayProperties sendDelay,
            InstantSource clock,
            TransactionOperations transactions) {
        this.appeals = appeals;
        this.cases = cases;
        this.counters = counters;
        this.caseNames = caseNames;
        this.events = events;
        this.sendDelay = sendDelay;
        this.clock = clock;
        this.transactions = transactions;
    }

    Appeal handle(UUID id, String by) {
        var names =
                caseNames.of(appeals.find(id).orElseThrow(AppealNotFound::new).facts());
        return transactions.execute(status -> {
            var appeal = appeals.lock(id);
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            appeal.requireIssuable(now, names);
            var delay = sendDelay.of(appeal.facts().urgency());
            var issue = new Issue(by, now, now.plus(delay));
            var issued = appeal.issue(referenceOf(appeal, now), issue);
            appeals.save(issued);
            events.issued(issued, issue);
            return issued;
        });
    }

    /** Nobody got it: back to approved. */
    @Transactional
    public Appeal cancel(UUID id, String by) {
        var now = clock.instant();
        var cancelled = appeals.lock(id).cancelIssue(now);
        cases.save(cases.lock(cancelled.caseId()).issueCancelled());
        appeals.save(cancelled);
        events.issueCancelled(cancelled, new Act(by, now));
        return cancelled;
    }

    /** The counters come last: every other issue of the year waits for them until this one commits. */
    private ReferenceCode referenceOf(Appeal appeal, Instant now) {
        var its = cases.lock(appeal.caseId());
        var reference = its.reference() != null
                ? its.reference()
                : counters.next(
                        its.country(),
                        its.restricted(),
                        now.atZone(ZoneOffset.UTC).toLocalDate());
        cases.save(its.issued(reference));
        return reference;
    }
}
