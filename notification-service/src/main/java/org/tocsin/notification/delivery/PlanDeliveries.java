package org.tocsin.notification.delivery;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.notification.channel.Channels;
import org.tocsin.notification.member.Members;
import org.tocsin.notification.rendering.IssuedAppeal;

/**
 * An appeal was issued: takes the snapshot of the membership and a row for each contact, all in one transaction, before
 * anything leaves. From then on every member is accounted for.
 */
@Service("planning") // the plain name is the function's, since it is the binding
class PlanDeliveries {

    private final Members members;
    private final Channels channels;
    private final FanOuts fanOuts;
    private final Deliveries deliveries;
    private final DeliveryEvents events;
    private final DeliveryMetrics metrics;
    private final DueSignal due;
    private final TimeBasedEpochGenerator ids;
    private final InstantSource clock;

    PlanDeliveries(
            Members members,
            Channels channels,
            FanOuts fanOuts,
            Deliveries deliveries,
            DeliveryEvents events,
            DeliveryMetrics metrics,
            DueSignal due,
            TimeBasedEpochGenerator ids,
            InstantSource clock) {
        this.members = members;
        this.channels = channels;
        this.fanOuts = fanOuts;
        this.deliveries = deliveries;
        this.events = events;
        this.metrics = metrics;
        this.due = due;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    void handle(IssuedAppeal appeal) {
        var now = clock.instant();
        fanOuts.open(appeal, now).ifPresent(version -> {
            var id = new FanOutId(appeal.appealId(), appeal.version());
            var plan = Plan.of(appeal, members.validOn(LocalDate.ofInstant(now, ZoneOffset.UTC)), channels, ids, now);
            deliveries.cancelUnsent(appeal.appealId(), RowReason.ISSUE_CANCELLED);
            fanOuts.snapshot(id, plan.members());
            deliveries.insert(id, plan.rows());
            events.planned(appeal.appealId(), appeal.reference(), version, plan, now);
            metrics.afterCommit(plan.rows());
            due.afterCommit();
        });
    }
}
