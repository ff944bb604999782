package org.tocsin.notification.delivery;

import org.springframework.stereotype.Service;

/** Finds, by the clock alone, rows whose sender is lost and doubts that nothing solved. */
@Service
class SettleDoubts {

    private final Doubts doubts;
    private final SettleDeliveries settle;

    SettleDoubts(Doubts doubts, SettleDeliveries settle) {
        this.doubts = doubts;
        this.settle = settle;
    }

    void run() {
        doubts.lost().forEach(settle::doubtLost);
        doubts.unsolved().forEach(settle::giveUpDoubts);
    }
}
