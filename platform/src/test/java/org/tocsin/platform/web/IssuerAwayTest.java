package org.tocsin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.platform.web.FrontDoor.code;
import static org.tocsin.platform.web.FrontDoor.header;

import org.junit.jupiter.api.Test;

class IssuerAwayTest {

    @Test
    void startsWithoutTheIssuerAndWaitsForIt() {
        var issuer = new TestIssuer();
        issuer.answers = false;
        try (var door = new FrontDoor(issuer)) {
            var early = door.send(door.partner("/api/v1/whoami"));
            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(header(early, "Retry-After")).isEqualTo("5");
            assertThat(code(early)).isEqualTo("issuer-unavailable");

            issuer.answers = true;
            assertThat(door.send(door.partner("/api/v1/whoami")).statusCode()).isEqualTo(200);
        }
    }
}
