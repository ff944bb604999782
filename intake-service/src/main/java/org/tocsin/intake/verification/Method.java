package org.tocsin.intake.verification;

/** How the facts were corroborated. */
enum Method {
    CALL_BACK_KNOWN_NUMBER,
    DOCUMENT,
    LAWYER,
    MEDICAL,
    VISIT,
    MEDIA,
    SECOND_STAFF
}
