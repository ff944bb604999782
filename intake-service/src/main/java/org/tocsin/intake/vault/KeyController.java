package org.tocsin.intake.vault;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.platform.web.Caller;

/** Data keys for the services that render or store what was sealed. */
@RestController
@RequestMapping("/internal/v1/keys")
@Tag(name = "Data keys", description = "For our own services only.")
class KeyController {

    private final HandOutKey handOutKey;

    KeyController(HandOutKey handOutKey) {
        this.handOutKey = handOutKey;
    }

    @GetMapping("/{keyId}")
    @PreAuthorize("hasRole('SERVICE')")
    @Operation(summary = "Fetch a data key", description = "Recorded each time. 410: destroyed for ever.")
    ResponseEntity<Key> key(@PathVariable String keyId, Caller caller) {
        var keyset = handOutKey.handle(keyId, caller.account());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Key(keyId, Base64.getEncoder().encodeToString(keyset)));
    }

    /**
     * A data key.
     *
     * @param keyset Tink keyset in binary form, base64
     */
    record Key(String keyId, String keyset) {
        @Override
        public String toString() {
            return "Key[" + keyId + "]";
        }
    }
}
