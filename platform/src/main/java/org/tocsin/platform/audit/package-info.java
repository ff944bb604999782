/** Who did what to whose data: entries that leave with the transaction they tell of. Knows the outbox; no service. */
@NullMarked
package org.tocsin.platform.audit;

import org.jspecify.annotations.NullMarked;
