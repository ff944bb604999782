package org.tocsin.intake.incident;

/** Somebody else works on the incident. */
public final class ClaimHeld extends RuntimeException {

    private final Claim claim;

    ClaimHeld(Claim claim) {
        super("claimed by %s since %s".formatted(claim.by(), claim.at()));
        this.claim = claim;
    }

    public Claim claim() {
        return claim;
    }
}
