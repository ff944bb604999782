package org.tocsin.alert.appeal;

/** No appeal has this id. */
final class AppealNotFound extends RuntimeException {}
