/**
 * A member of staff takes a report on, checks it and decides. May use {@code incident}, {@code consent} and the vault;
 * what happens to a verified incident afterwards is the business of alert-service.
 */
@NullMarked
package org.tocsin.intake.verification;

import org.jspecify.annotations.NullMarked;
