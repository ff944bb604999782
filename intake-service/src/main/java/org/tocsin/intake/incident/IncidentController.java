package org.tocsin.intake.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.intake.fields.Faults;
import org.tocsin.platform.web.Caller;

/** The way in for reports, and where their partners follow them. */
@RestController
@RequestMapping("/api/v1/incidents")
@Tag(name = "Incidents", description = "Submit a report and follow it.")
class IncidentController {

    private static final int MOST = 200;

    private final IncidentForm form;
    private final CanonicalBody canonicalBody;
    private final SubmitIncident submitIncident;
    private final ReadIncident readIncident;
    private final ListIncidents listIncidents;

    IncidentController(
            IncidentForm form,
            CanonicalBody canonicalBody,
            SubmitIncident submitIncident,
            ReadIncident readIncident,
            ListIncidents listIncidents) {
        this.form = form;
        this.canonicalBody = canonicalBody;
        this.submitIncident = submitIncident;
        this.readIncident = readIncident;
        this.listIncidents = listIncidents;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAnyRole('PARTNER', 'VERIFIER')")
    @Operation(summary = "Submit a report", description = """
                    202 means that the report is stored and will not be lost. Send the same key and body again whenever
                    you are not sure: the answer is the same and the report stays one. Staff who take a report by phone
                    name the partner in onBehalfOf.""")
    ResponseEntity<Receiving> submit(
            @Parameter(description = "Made up by you, unique for each report, up to 200 visible ASCII characters.")
                    @RequestHeader("Idempotency-Key")
                    String idempotencyKey,
            @RequestBody IncidentRequest body,
            Caller caller) {
        var key = IdempotencyKey.of(idempotencyKey);
        var submission = form.read(body, caller);
        var accepted = submitIncident.handle(submission, caller.account(), key, canonicalBody.digest(body));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/incidents/" + accepted.incidentId()))
                .cacheControl(CacheControl.noStore())
                .body(new Receiving(accepted.incidentId(), accepted.receipt().grouped(), IncidentStatus.RECEIVED));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('PARTNER', 'VERIFIER')")
    @Operation(
            summary = "See an incident",
            description = "Partners see their own. The verifier who works on it sees names and contacts too.")
    ResponseEntity<IncidentView> read(@PathVariable UUID id, Caller caller) {
        var read = readIncident.handle(id, caller);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(IncidentView.of(read.incident(), read.identities(), caller));
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('PARTNER', 'VERIFIER')")
    @Operation(summary = "List incidents, newest first", description = "Partners see their own.")
    ResponseEntity<Listing> list(
            @Schema(implementation = IncidentStatus.class) @RequestParam(required = false) @Nullable String status,
            @Parameter(description = "ISO 3166-1 alpha-3.") @RequestParam(required = false) @Nullable String country,
            @Parameter(description = "nextCursor of the page before.") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "At most so many, up to 200.") @RequestParam(defaultValue = "50") int limit,
            Caller caller) {
        var faults = new Faults();
        var ofStatus = faults.optionalOneOf("/status", status, IncidentStatus.class);
        var ofCountry = country == null ? null : faults.country("/country", country);
        var after = cursor == null ? null : Cursor.read("/cursor", cursor, faults);
        if (limit < 1 || limit > MOST) {
            faults.add("/limit", "expected 1 to %d".formatted(MOST));
        }
        faults.throwIfAny();
        var page = listIncidents.handle(caller, ofStatus, ofCountry, after, limit);
        var items = page.incidents().stream()
                .map(incident -> IncidentView.of(incident, null, caller))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Listing(items, page.next() == null ? null : Cursor.write(page.next())));
    }

    /**
     * The report is stored.
     *
     * @param receipt shows, without a login, whether somebody has read the report; keep it
     */
    record Receiving(
            UUID incidentId,
            @Schema(example = "1234 5678 9012 3456") String receipt,
            @Schema(description = "Always RECEIVED here.") IncidentStatus status) {}

    /** A page of incidents. */
    record Listing(List<IncidentView> items, @Nullable String nextCursor) {}
}
