package org.tocsin.archive.timeline;

/** No case has the reference. */
public final class CaseNotFound extends RuntimeException {}
