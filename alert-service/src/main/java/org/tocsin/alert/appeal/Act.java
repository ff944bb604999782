package org.tocsin.alert.appeal;

import java.time.Instant;

/**
 * Who did something, and when.
 *
 * @param by account
 */
record Act(String by, Instant at) {}
