/**
 * Every record of every topic, appended once, chained by hash and never changed. What is made of the events for readers is
 * made by implementations of {@link org.tocsin.archive.ledger.Projection}; nothing here knows them.
 */
@NullMarked
package org.tocsin.archive.ledger;

import org.jspecify.annotations.NullMarked;
