package org.tocsin.intake.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.intake.incident.Claim;
import org.tocsin.intake.incident.Identities;
import org.tocsin.intake.incident.IncidentStatus;
import org.tocsin.platform.web.Caller;

/** Where verifiers take incidents on and decide. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
@Tag(name = "Verification", description = "Take an incident on, check it, decide.")
class VerificationController {

    private final ClaimIncident claimIncident;
    private final ReleaseClaim releaseClaim;
    private final DecideIncident decideIncident;

    VerificationController(ClaimIncident claimIncident, ReleaseClaim releaseClaim, DecideIncident decideIncident) {
        this.claimIncident = claimIncident;
        this.releaseClaim = releaseClaim;
        this.decideIncident = decideIncident;
    }

    @PostMapping("/claim")
    @PreAuthorize("hasRole('VERIFIER')")
    @Operation(
            summary = "Take an incident on",
            description = "Answers names and call-back contact, which is recorded. 409 names who has it already.")
    ResponseEntity<Claimed> claim(@PathVariable UUID id, Caller caller) {
        var claimed = claimIncident.handle(id, caller.account());
        var incident = claimed.incident();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Claimed(
                        id,
                        incident.status(),
                        incident.version(),
                        Objects.requireNonNull(incident.claim()),
                        claimed.identities()));
    }

    @DeleteMapping("/claim")
    @PreAuthorize("hasRole('VERIFIER')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give an incident back to the queue")
    void release(@PathVariable UUID id, Caller caller) {
        releaseClaim.handle(id, caller.account());
    }

    @PostMapping("/verification")
    @PreAuthorize("hasRole('VERIFIER')")
    @Operation(summary = "Decide", description = """
                    Only by the verifier who works on the incident. VERIFIED starts an appeal and needs corroboration,
                    the consent of every person to the MEMBERS, and no open question of risk; what is true and must not
                    be published is CONFIDENTIAL_ACTION.""")
    Decided decide(@PathVariable UUID id, @RequestBody DecisionRequest body, Caller caller) {
        var decided = decideIncident.handle(id, body, caller.account());
        return new Decided(id, decided.status(), decided.version());
    }

    /** The incident is the caller's to work on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claimed(UUID incidentId, IncidentStatus status, long version, Claim claim, Identities identities) {}

    /** The decision is on record. */
    record Decided(UUID incidentId, IncidentStatus status, long version) {}
}
