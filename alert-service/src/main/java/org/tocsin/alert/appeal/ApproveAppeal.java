package org.tocsin.alert.appeal;

import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tocsin.platform.audit.AuditTrail;
import org.tocsin.platform.audit.AuditTrail.Outcome;
import org.tocsin.platform.web.PreconditionFailed;

/** A second person, who had no part in it, finds the appeal fit to be issued. */
@Service
class ApproveAppeal {

    private final JdbcAppeals appeals;
    private final CaseNames caseNames;
    private final AppealEvents events;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    ApproveAppeal(
            JdbcAppeals appeals,
            CaseNames caseNames,
            AppealEvents events,
            AuditTrail audit,
            InstantSource clock,
            TransactionOperations transactions) {
        this.appeals = appeals;
        this.caseNames = caseNames;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** @param expectedVersion the one the approver read; absent: whatever it is now */
    Appeal handle(UUID id, @Nullable Long expectedVersion, String by) {
        var names =
                caseNames.of(appeals.find(id).orElseThrow(AppealNotFound::new).facts());
        try {
            return approve(id, expectedVersion, by, names);
        } catch (AppealRefused refused) {
            if (refused.refusal() instanceof Refusal.SecondPersonNeeded) {
                audit.record(by, "APPEAL_APPROVED", id.toString(), Outcome.DENIED);
            }
            throw refused;
        }
    }

    private Appeal approve(UUID id, @Nullable Long expectedVersion, String by, KnownNames names) {
        return transactions.execute(status -> {
            var appeal = appeals.lock(id);
            if (expectedVersion != null && expectedVersion != appeal.version()) {
                throw new PreconditionFailed();
            }
            var approval = new Act(by, clock.instant());
            var approved = appeal.approve(approval, names);
            appeals.save(approved);
            events.approved(approved, approval);
            return approved;
        });
    }
}
