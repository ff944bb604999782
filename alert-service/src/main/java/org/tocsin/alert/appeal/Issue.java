package org.tocsin.alert.appeal;

import java.time.Instant;

/**
 * That an appeal was issued.
 *
 * @param by account
 * @param sendNotBefore until then it can be taken back
 */
record Issue(String by, Instant at, Instant sendNotBefore) {}
