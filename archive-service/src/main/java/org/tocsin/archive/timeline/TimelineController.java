package org.tocsin.archive.timeline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.platform.audit.AuditTrail;
import org.tocsin.platform.web.Caller;

/** The timeline of a case by its reference. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases")
class TimelineController {

    /** {@code COD-001-1126-OBS-001}, of the restricted series {@code COD-R001-1126-OBS-R001}; a follow-up's number may end it. */
    private static final Pattern IN_URL = Pattern.compile(
            "(?<country>[A-Z]{3})-(?<serial>R?\\d{3})-(?<month>\\d{4})-(?<programme>[A-Z]{2,5})-(?<number>R?\\d{3,4})(?:\\.\\d{1,2})?");

    private static final String READ = "TIMELINE_READ";

    private final Timeline timeline;
    private final AuditTrail audit;

    TimelineController(Timeline timeline, AuditTrail audit) {
        this.timeline = timeline;
        this.audit = audit;
    }

    @GetMapping("/{reference}/timeline")
    @PreAuthorize("hasAnyRole('AUDITOR', 'ANALYST', 'OPERATOR')")
    @Operation(summary = "What happened to a case, in order, and who did it")
    View timeline(@PathVariable String reference, Caller caller) {
        var matcher = IN_URL.matcher(reference);
        if (!matcher.matches()) {
            throw new CaseNotFound();
        }
        var canonical = "%s %s / %s / %s %s"
                .formatted(
                        matcher.group("country"),
                        matcher.group("serial"),
                        matcher.group("month"),
                        matcher.group("programme"),
                        matcher.group("number"));
        var steps = timeline.of(canonical);
        if (steps.isEmpty()) {
            throw new CaseNotFound();
        }
        audit.record(caller.account(), READ, canonical, AuditTrail.Outcome.ALLOWED);
        return new View(canonical, steps);
    }

    record View(String reference, List<Timeline.Step> entries) {}
}
