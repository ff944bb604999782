package org.tocsin.alert.appeal;

/** The network does not write in this language. */
final class LanguageNotOffered extends RuntimeException {}
