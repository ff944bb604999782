package org.tocsin.notification.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.policy.PolicyReason;
import org.tocsin.notification.rendering.Urgency;

/** What became of messages, and how long the first word took. Every label there can be is there from the start. */
@Component
class DeliveryMetrics {

    private static final String NO_REASON = "NONE";

    /** States a row takes by an answer or a decision; the others say only that it waits. */
    private static final Set<DeliveryStatus> RESULTS = EnumSet.of(
            DeliveryStatus.ACCEPTED,
            DeliveryStatus.DELIVERED,
            DeliveryStatus.BOUNCED,
            DeliveryStatus.DEFERRED,
            DeliveryStatus.IN_DOUBT,
            DeliveryStatus.FAILED,
            DeliveryStatus.UNKNOWN,
            DeliveryStatus.BLOCKED,
            DeliveryStatus.CANCELLED);

    private final Map<Labels, Counter> counters = new HashMap<>();
    private final Map<Urgency, Timer> timeToAlert = new EnumMap<>(Urgency.class);

    private record Labels(ChannelType channel, DeliveryStatus result, String reason) {}

    DeliveryMetrics(MeterRegistry registry) {
        for (var channel : ChannelType.values()) {
            RESULTS.forEach(result -> reasons(result)
                    .forEach(reason -> counters.put(
                            new Labels(channel, result, reason),
                            Counter.builder("tocsin.deliveries")
                                    .description("Results of attempts and decisions on deliveries")
                                    .tag("channel", channel.name())
                                    .tag("result", result.name())
                                    .tag("reason", reason)
                                    .register(registry))));
        }
        for (var urgency : Urgency.values()) {
            timeToAlert.put(
                    urgency,
                    Timer.builder("tocsin.time.to.alert")
                            .description("From the verified incident to a relay taking the e-mail, for each e-mail")
                            .tag("urgency", urgency.name())
                            .serviceLevelObjectives(
                                    Duration.ofSeconds(1),
                                    Duration.ofSeconds(5),
                                    Duration.ofSeconds(30),
                                    Duration.ofMinutes(5),
                                    Duration.ofMinutes(30),
                                    Duration.ofHours(4))
                            .register(registry));
        }
    }

    /** Counts what these rows came to, once that is certain. */
    void afterCommit(Collection<Delivery> rows) {
        onCommit(() -> rows.forEach(this::count));
    }

    /** The same, and how long each took that was handed over by e-mail. */
    void afterCommit(FanOut fanOut, Collection<Delivery> rows) {
        onCommit(() -> rows.forEach(row -> {
            count(row);
            var draftedAt = fanOut.draftedAt();
            var timer = timeToAlert.get(fanOut.appeal().urgency());
            if (isHandedOverMail(row) && draftedAt != null && timer != null) {
                timer.record(Duration.between(draftedAt, row.changedAt()));
            }
        }));
    }

    private static boolean isHandedOverMail(Delivery row) {
        return row.channel() == ChannelType.EMAIL && row.status() == DeliveryStatus.ACCEPTED;
    }

    private void count(Delivery row) {
        var counter = counters.get(new Labels(row.channel(), row.status(), label(row.reason())));
        if (counter != null) {
            counter.increment();
        }
    }

    private static String label(@Nullable String reason) {
        return reason == null ? NO_REASON : reason;
    }

    private static List<String> reasons(DeliveryStatus result) {
        return switch (result) {
            case ACCEPTED, DELIVERED, BOUNCED -> List.of(NO_REASON);
            case DEFERRED, FAILED -> names(FailureReason.values());
            case IN_DOUBT, UNKNOWN ->
                both(names(FailureReason.values()), List.of(RowReason.SENDER_LOST.name(), NO_REASON));
            case BLOCKED ->
                both(
                        names(PolicyReason.values()),
                        List.of(RowReason.CONTACT_PAUSED.name(), FailureReason.CHANNEL_NOT_SET_UP.name()));
            default -> names(RowReason.values());
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static void onCommit(Runnable counting) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                counting.run();
            }
        });
    }
}
