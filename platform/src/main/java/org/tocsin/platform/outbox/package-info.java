/** An event leaves if and only if the transaction that caused it commits. Knows the codec; knows no service. */
@NullMarked
package org.tocsin.platform.outbox;

import org.jspecify.annotations.NullMarked;
