package org.tocsin.notification.delivery;

import org.springframework.stereotype.Service;

/** Finds rows whose sender is lost, doubts that nothing solved, receipts that came and receipts that did not. */
@Service
class SettleDoubts {

    private final Doubts doubts;
    private final StoredReceipts receipts;
    private final SettleDeliveries settle;

    SettleDoubts(Doubts doubts, StoredReceipts receipts, SettleDeliveries settle) {
        this.doubts = doubts;
        this.receipts = receipts;
        this.settle = settle;
    }

    void run() {
        doubts.lost().forEach(settle::doubtLost);
        doubts.unsolved().forEach(settle::giveUpDoubts);
        receipts.fanOuts().forEach(settle::byReceipts);
        doubts.untold().forEach(settle::giveUpReceipts);
        receipts.forgetOld();
    }
}
