package org.tocsin.notification.delivery;

import java.util.List;
import java.util.UUID;

/**
 * Rows that one sender alone may send.
 *
 * @param lease names the claim; only who holds it may write what became of its rows
 */
record Claim(UUID lease, List<Delivery> rows) {}
