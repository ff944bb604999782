/**
 * The case: what the network knows a defender's situation by, for years and over many documents. Owns the reference
 * and the counters it comes from; knows nothing of texts, languages or who may approve.
 */
@NullMarked
package org.tocsin.alert.casefile;

import org.jspecify.annotations.NullMarked;
