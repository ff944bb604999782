package org.tocsin.notification.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.notification.rendering.Document;
import org.tocsin.platform.web.Caller;

/** Every row of an appeal: who, by which way, what it showed, where it stands. No addresses. */
@RestController
@RequestMapping("/api/v1/appeals/{appealId}/deliveries")
class DeliveriesController {

    private final FanOuts fanOuts;
    private final DeliveryLog log;
    private final RetryDelivery retryDelivery;

    DeliveriesController(FanOuts fanOuts, DeliveryLog log, RetryDelivery retryDelivery) {
        this.fanOuts = fanOuts;
        this.log = log;
        this.retryDelivery = retryDelivery;
    }

    /** @param nextCursor null on the last page */
    record DeliveryPage(List<DeliveryView> items, @Nullable UUID nextCursor) {}

    /**
     * A row.
     *
     * @param document the appeal, or a sentence that followed it
     * @param contentClass null when policy allows nothing
     * @param contentReason policy's word for the class
     * @param reason why it stands where it stands; null where nothing went wrong
     */
    record DeliveryView(
            UUID deliveryId,
            String memberId,
            Document document,
            ChannelType channel,
            String language,
            @Nullable ContentClass contentClass,
            String contentReason,
            DeliveryStatus status,
            @Nullable String reason,
            int attempts,
            Instant changedAt) {

        static DeliveryView of(Delivery row) {
            return new DeliveryView(
                    row.id(),
                    row.memberId(),
                    row.document(),
                    row.channel(),
                    row.language().tag(),
                    row.contentClass(),
                    row.contentReason(),
                    row.status(),
                    row.reason(),
                    row.attempts(),
                    row.changedAt());
        }
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('APPROVER', 'OPERATOR', 'MEMBER_ADMIN')")
    DeliveryPage list(
            @PathVariable UUID appealId,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(2000) int limit) {
        if (fanOuts.newest(appealId).isEmpty()) {
            throw new NotPlanned();
        }
        var items = log.page(appealId, Optional.ofNullable(cursor), limit).stream()
                .map(DeliveryView::of)
                .toList();
        return new DeliveryPage(
                items, items.size() < limit ? null : items.getLast().deliveryId());
    }

    @PostMapping("/{deliveryId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAnyRole('APPROVER', 'OPERATOR', 'MEMBER_ADMIN')")
    DeliveryView retry(@PathVariable UUID appealId, @PathVariable UUID deliveryId, Caller caller) {
        return DeliveryView.of(retryDelivery.handle(appealId, deliveryId, caller.account()));
    }
}
