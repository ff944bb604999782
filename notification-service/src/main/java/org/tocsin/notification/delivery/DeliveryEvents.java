package org.tocsin.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tocsin.notification.rendering.Document;
import org.tocsin.platform.outbox.Outbox;
import org.tocsin.schemas.ChannelType;
import org.tocsin.schemas.delivery.AppealAcknowledged;
import org.tocsin.schemas.delivery.ContentClass;
import org.tocsin.schemas.delivery.DeliveriesCancelled;
import org.tocsin.schemas.delivery.DeliveriesPlanned;
import org.tocsin.schemas.delivery.DeliveriesSettled;
import org.tocsin.schemas.delivery.DeliveryOutcome;

/** The way out: topic {@code tocsin.delivery.v1}. */
@Component
class DeliveryEvents {

    private final Outbox outbox;

    DeliveryEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void planned(UUID appealId, String reference, long version, Plan plan, Instant at) {
        outbox.add(
                appealId,
                DeliveriesPlanned.newBuilder()
                        .setAppealId(appealId)
                        .setVersion(version)
                        .setReference(reference)
                        .setPlannedAt(at)
                        .setMembers(plan.members().size())
                        .setPlanned(plan.rows().size())
                        .setBlocked(Math.toIntExact(plan.blocked()))
                        .build());
    }

    /** A sentence for those who may have what it speaks of. */
    void planned(FanOut fanOut, long version, Document document, List<Delivery> rows, Instant at) {
        outbox.add(
                fanOut.id().appealId(),
                DeliveriesPlanned.newBuilder()
                        .setAppealId(fanOut.id().appealId())
                        .setVersion(version)
                        .setReference(fanOut.appeal().reference())
                        .setPlannedAt(at)
                        .setMembers(Math.toIntExact(
                                rows.stream().map(Delivery::memberId).distinct().count()))
                        .setPlanned(rows.size())
                        .setBlocked(0)
                        .setDocument(org.tocsin.schemas.Document.valueOf(document.name()))
                        .build());
    }

    void settled(FanOut fanOut, long version, List<Delivery> rows) {
        outbox.add(
                fanOut.id().appealId(),
                DeliveriesSettled.newBuilder()
                        .setAppealId(fanOut.id().appealId())
                        .setVersion(version)
                        .setReference(fanOut.appeal().reference())
                        .setOutcomes(rows.stream().map(DeliveryEvents::outcome).toList())
                        .build());
    }

    void cancelled(FanOut fanOut, long version, int rows, Instant at) {
        outbox.add(
                fanOut.id().appealId(),
                DeliveriesCancelled.newBuilder()
                        .setAppealId(fanOut.id().appealId())
                        .setVersion(version)
                        .setReference(fanOut.appeal().reference())
                        .setCancelledAt(at)
                        .setCancelled(rows)
                        .build());
    }

    void acknowledged(FanOut fanOut, long version, String memberId, Instant at) {
        outbox.add(
                fanOut.id().appealId(),
                AppealAcknowledged.newBuilder()
                        .setAppealId(fanOut.id().appealId())
                        .setVersion(version)
                        .setReference(fanOut.appeal().reference())
                        .setMemberId(memberId)
                        .setAcknowledgedAt(at)
                        .build());
    }

    private static DeliveryOutcome outcome(Delivery row) {
        return DeliveryOutcome.newBuilder()
                .setDeliveryId(row.id())
                .setMemberId(row.memberId())
                .setChannel(ChannelType.valueOf(row.channel().name()))
                .setLanguage(row.language().tag())
                .setContentClass(
                        row.contentClass() == null
                                ? ContentClass.UNKNOWN
                                : ContentClass.valueOf(row.contentClass().name()))
                .setStatus(org.tocsin.schemas.delivery.DeliveryStatus.valueOf(
                        row.status().name()))
                .setReason(row.reason())
                .setAttempts(row.attempts())
                .setAt(row.changedAt())
                .setDocument(org.tocsin.schemas.Document.valueOf(row.document().name()))
                .build();
    }
}
