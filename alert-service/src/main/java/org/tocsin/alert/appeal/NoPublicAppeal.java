package org.tocsin.alert.appeal;

/** A reference is unknown, restricted, not yet issued or no reference: all alike to the public. */
final class NoPublicAppeal extends RuntimeException {}
