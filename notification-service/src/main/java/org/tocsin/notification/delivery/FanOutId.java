package org.tocsin.notification.delivery;

import java.util.UUID;

/**
 * One planning of one appeal.
 *
 * @param issueVersion version of the appeal when it was issued; an issue after a cancelled one has a higher one
 */
public record FanOutId(UUID appealId, long issueVersion) {}
