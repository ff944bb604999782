package org.tocsin.archive.timeline;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.archive.ledger.Projection;
import org.tocsin.archive.timeline.Timeline.Step;
import org.tocsin.schemas.appeal.AppealApproved;
import org.tocsin.schemas.appeal.AppealChangesRequested;
import org.tocsin.schemas.appeal.AppealDrafted;
import org.tocsin.schemas.appeal.AppealHeld;
import org.tocsin.schemas.appeal.AppealHoldReleased;
import org.tocsin.schemas.appeal.AppealIssueCancelled;
import org.tocsin.schemas.appeal.AppealIssued;
import org.tocsin.schemas.appeal.AppealLanguageEdited;
import org.tocsin.schemas.appeal.AppealRecalled;
import org.tocsin.schemas.appeal.AppealReviewRequested;
import org.tocsin.schemas.delivery.AppealAcknowledged;
import org.tocsin.schemas.delivery.DeliveriesCancelled;
import org.tocsin.schemas.delivery.DeliveriesPlanned;
import org.tocsin.schemas.delivery.DeliveriesSettled;
import org.tocsin.schemas.incident.IncidentClaimReleased;
import org.tocsin.schemas.incident.IncidentClaimed;
import org.tocsin.schemas.incident.IncidentDecided;
import org.tocsin.schemas.incident.IncidentReceived;
import org.tocsin.schemas.incident.IncidentVerified;

/** The way in: events of incidents, appeals and their fan-out become steps of a timeline. */
@Component
class TimelineListener implements Projection {

    private final Timeline timeline;

    TimelineListener(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void apply(long seq, SpecificRecord event) {
        switch (event) {
            case IncidentReceived e -> incident(seq, e, e.getIncidentId(), e.getReceivedAt(), e.getSubmittedBy());
            case IncidentClaimed e -> incident(seq, e, e.getIncidentId(), e.getClaimedAt(), e.getClaimedBy());
            case IncidentClaimReleased e -> incident(seq, e, e.getIncidentId(), e.getReleasedAt(), e.getReleasedBy());
            case IncidentDecided e -> incident(seq, e, e.getIncidentId(), e.getDecidedAt(), e.getDecidedBy());
            case IncidentVerified e -> incident(seq, e, e.getIncidentId(), e.getVerifiedAt(), e.getVerifiedBy());
            case AppealDrafted e ->
                timeline.add(seq, e.getIncidentId(), e.getAppealId(), step(e, e.getDraftedAt(), null));
            case AppealLanguageEdited e -> appeal(seq, e, e.getAppealId(), e.getEditedAt(), e.getEditedBy());
            case AppealReviewRequested e -> appeal(seq, e, e.getAppealId(), e.getRequestedAt(), e.getRequestedBy());
            case AppealChangesRequested e -> appeal(seq, e, e.getAppealId(), e.getRequestedAt(), e.getRequestedBy());
            case AppealApproved e -> appeal(seq, e, e.getAppealId(), e.getApprovedAt(), e.getApprovedBy());
            case AppealIssued e -> {
                timeline.name(e.getReference(), e.getAppealId(), e.getIncidentId());
                appeal(seq, e, e.getAppealId(), e.getIssuedAt(), e.getIssuedBy());
            }
            case AppealIssueCancelled e -> appeal(seq, e, e.getAppealId(), e.getCancelledAt(), e.getCancelledBy());
            case AppealHeld e -> appeal(seq, e, e.getAppealId(), e.getHeldAt(), e.getHeldBy());
            case AppealHoldReleased e -> appeal(seq, e, e.getAppealId(), e.getReleasedAt(), e.getReleasedBy());
            case AppealRecalled e -> appeal(seq, e, e.getAppealId(), e.getRecalledAt(), e.getRecalledBy());
            case DeliveriesPlanned e -> appeal(seq, e, e.getAppealId(), e.getPlannedAt(), null);
            case DeliveriesSettled e -> {
                if (!e.getOutcomes().isEmpty()) { // an event without meaning must not keep itself out of the ledger
                    appeal(seq, e, e.getAppealId(), e.getOutcomes().getLast().getAt(), null);
                }
            }
            case DeliveriesCancelled e -> appeal(seq, e, e.getAppealId(), e.getCancelledAt(), null);
            case AppealAcknowledged e -> appeal(seq, e, e.getAppealId(), e.getAcknowledgedAt(), e.getMemberId());
            default -> {} // members and audit entries belong to no case
        }
    }

    private void incident(long seq, SpecificRecord event, UUID incidentId, Instant at, @Nullable String actor) {
        timeline.add(seq, incidentId, null, step(event, at, actor));
    }

    private void appeal(long seq, SpecificRecord event, UUID appealId, Instant at, @Nullable String actor) {
        timeline.add(seq, null, appealId, step(event, at, actor));
    }

    private static Step step(SpecificRecord event, Instant at, @Nullable String actor) {
        return new Step(at, typeOf(event.getSchema().getName()), actor);
    }

    /** {@code AppealIssued} becomes {@code APPEAL_ISSUED}. */
    static String typeOf(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
