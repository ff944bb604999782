package org.tocsin.intake.incident;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tells a bearer of a receipt the one word it may tell. Known, unknown and malformed ones cost the same work and time. */
@Service
class LookUpReceipt {

    private static final Receipt NOBODYS = new Receipt("0000000000000000");

    private final Receipts receipts;
    private final Incidents incidents;
    private final GlobalDelay delay;
    private final Duration longestDelay;

    LookUpReceipt(Receipts receipts, Incidents incidents, ReceiptProperties properties, InstantSource clock) {
        this.receipts = receipts;
        this.incidents = incidents;
        this.delay = new GlobalDelay(properties.spacing(), properties.burst(), properties.longestDelay(), clock);
        this.longestDelay = properties.longestDelay();
    }

    ReceiptWord handle(String typed) throws InterruptedException {
        Thread.sleep(delay.next().orElseThrow(() -> new TooManyLookUps(longestDelay)));
        Optional<Receipt> receipt = Receipt.parse(typed);
        return incidents
                .statusByReceipt(receipts.digest(receipt.orElse(NOBODYS)))
                .filter(status -> receipt.isPresent())
                .map(IncidentStatus::receiptWord)
                .orElseThrow(ReceiptNotFound::new);
    }
}
