package org.tocsin.alert.appeal;

import java.time.Instant;

/**
 * Who took an appeal back for good, and what its members are told.
 *
 * @param by account
 */
record Recall(String by, Instant at, RecallNotice notice) {}
