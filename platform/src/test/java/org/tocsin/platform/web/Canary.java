package org.tocsin.platform.web;

/** Something personal that must not come back. */
final class Canary {

    static final String TEXT = "Canary7Amina";

    private Canary() {}
}
