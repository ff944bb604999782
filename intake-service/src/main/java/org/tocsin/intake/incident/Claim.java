package org.tocsin.intake.incident;

import java.time.Instant;

/**
 * Who works on an incident.
 *
 * @param by a verifier's account
 * @param at since when
 */
public record Claim(String by, Instant at) {}
