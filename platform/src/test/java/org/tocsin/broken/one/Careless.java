package org.tocsin.broken.one;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tocsin.broken.two.Other;
import org.tocsin.schemas.audit.AuditOutcome;

/** One break of every rule, some of several kinds. */
public class Careless {

    @Value("${tocsin.careless:1}")
    @Nullable
    String setting;

    public @Nullable Other other;

    AuditOutcome contract() {
        return AuditOutcome.ALLOWED;
    }

    @GetMapping("/open-to-all")
    @ResponseStatus(HttpStatus.CONFLICT)
    ResponseEntity<Void> handler() {
        return ResponseEntity.status(HttpStatus.I_AM_A_TEAPOT).build();
    }

    ResponseEntity<Void> shortcut() {
        return ResponseEntity.notFound().build();
    }

    RuntimeException status() {
        return new ResponseStatusException(HttpStatus.OK);
    }

    Object json() {
        return new ObjectMapper();
    }

    Instant time() {
        return Instant.now();
    }

    boolean publish(StreamBridge bridge) {
        return bridge.send("x", "y");
    }
}
