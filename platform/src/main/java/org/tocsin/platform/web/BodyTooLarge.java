package org.tocsin.platform.web;

import java.io.IOException;

/** More was sent than a request may hold: 413. */
final class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("the body is too large");
    }
}
