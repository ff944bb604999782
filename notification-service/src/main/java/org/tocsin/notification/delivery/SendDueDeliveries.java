package org.tocsin.notification.delivery;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.tocsin.notification.channel.Channel;
import org.tocsin.notification.channel.Content;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.notification.channel.SendResult.Deferred;
import org.tocsin.notification.channel.SendResult.InDoubt;
import org.tocsin.notification.channel.SendResult.Refused;
import org.tocsin.notification.channel.SendResult.Sent;
import org.tocsin.notification.delivery.DueFanOut.Variant;
import org.tocsin.notification.delivery.WriteMessages.Written.Never;
import org.tocsin.notification.delivery.WriteMessages.Written.Ready;
import org.tocsin.notification.member.Members;
import org.tocsin.platform.observability.Places;

/**
 * Sends what is due by one channel, the most urgent appeal first. Per appeal: open the names and write every message,
 * claim rows, send, settle in batches. No database connection waits for a channel or a key.
 */
@Service
class SendDueDeliveries {

    private static final Logger LOG = LoggerFactory.getLogger(SendDueDeliveries.class);

    private final Deliveries deliveries;
    private final FanOuts fanOuts;
    private final Members members;
    private final WriteMessages writing;
    private final SettleDeliveries settle;
    private final CancelDeliveries cancelling;
    private final MemberLinks links;
    private final RetrySchedule retries;
    private final LeaseKeeper leases;
    private final SendingProperties properties;
    private final InstantSource clock;

    SendDueDeliveries(
            Deliveries deliveries,
            FanOuts fanOuts,
            Members members,
            WriteMessages writing,
            SettleDeliveries settle,
            CancelDeliveries cancelling,
            MemberLinks links,
            RetrySchedule retries,
            LeaseKeeper leases,
            SendingProperties properties,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.fanOuts = fanOuts;
        this.members = members;
        this.writing = writing;
        this.settle = settle;
        this.cancelling = cancelling;
        this.links = links;
        this.retries = retries;
        this.leases = leases;
        this.properties = properties;
        this.clock = clock;
    }

    /** Returns when nothing is due but what has to wait. */
    void run(Channel channel) {
        var passedOver = new HashSet<UUID>();
        var next = deliveries.nextDue(channel.type(), passedOver);
        while (next.isPresent()) {
            if (!sendSome(channel, next.get())) {
                passedOver.add(next.get().id().appealId());
            }
            next = deliveries.nextDue(channel.type(), passedOver);
        }
    }

    /** False if the appeal has to wait; whatever is wrong with it must not hold up the others. */
    private boolean sendSome(Channel channel, DueFanOut due) {
        var id = due.id();
        try {
            var fanOut = fanOuts.find(id).orElseThrow();
            switch (writing.handle(fanOut.appeal(), channel.type(), due)) {
                case Ready(var contents)
                when contents.isEmpty() -> {
                    LOG.warn("appeal {} waits: the key of its names cannot be had now", id.appealId());
                    return false;
                }
                case Ready(var contents) -> send(channel, fanOut, contents);
                case Never(var reason) -> {
                    LOG.warn("appeal {} is not sent: {}", id.appealId(), reason);
                    cancelling.handle(id, reason);
                }
            }
            return true;
        } catch (RuntimeException e) { // its text may hold content
            LOG.error("appeal {} cannot be sent now: {}", id.appealId(), Places.of(e));
            return false;
        }
    }

    private void send(Channel channel, FanOut fanOut, Map<Variant, Content> contents) {
        var claim = deliveries.claim(
                fanOut.id(), channel.type(), contents.keySet(), properties.claim(), properties.lease());
        var rows = claim.rows().stream().collect(Collectors.toMap(Delivery::id, Function.identity()));
        try (var settling = new Settling(settle, fanOut.id(), claim, properties.settle());
                var _ = leases.keep(claim.lease(), settling)) {
            var now = clock.instant();
            claim.rows().stream().filter(row -> row.disturbsAt(now)).forEach(row -> settling.add(row.waiting(now)));
            var ready =
                    claim.rows().stream().filter(row -> !row.disturbsAt(now)).toList();
            channel.send(messages(fanOut, ready, contents), (message, result) -> {
                var row = rows.get(message.deliveryId());
                if (row != null) {
                    settling.add(after(row, result));
                }
            });
        }
    }

    private List<OutgoingMessage> messages(FanOut fanOut, List<Delivery> rows, Map<Variant, Content> contents) {
        var addresses = members.addresses(rows.stream().map(Delivery::contactId).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new OutgoingMessage(
                        row.id(),
                        Objects.requireNonNull(addresses.get(row.contactId())).value(),
                        fanOut.appeal().sendNotBefore(),
                        Objects.requireNonNull(contents.get(variant(row))),
                        links.of(fanOut.id(), row.contactId())))
                .toList();
    }

    private static Variant variant(Delivery row) {
        return new Variant(row.language(), Objects.requireNonNull(row.contentClass()));
    }

    private Delivery after(Delivery row, SendResult result) {
        var now = clock.instant();
        return switch (result) {
            case Sent(var reference) -> row.accepted(reference, now);
            case Refused(var reason) -> row.failed(reason, now);
            case Deferred(var reason) ->
                retries.next(row.attempts(), now)
                        .map(at -> row.retryAt(at, reason, now))
                        .orElseGet(() -> row.failed(reason, now));
            case InDoubt(var reason) -> row.inDoubt(reason, now.plus(properties.doubt()), now);
        };
    }
}
