/** Proof that an event was written by who says so: Ed25519 over the canonical form of a record. */
@NullMarked
package org.tocsin.platform.signing;

import org.jspecify.annotations.NullMarked;
