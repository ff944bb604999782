package org.tocsin.alert.appeal;

/** An appeal did not take a step; the text names the reason's kind only. */
final class AppealRefused extends RuntimeException {

    private final transient Refusal refusal;

    AppealRefused(Refusal refusal) {
        super(refusal.getClass().getSimpleName());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
