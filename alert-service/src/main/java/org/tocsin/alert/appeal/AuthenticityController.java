package org.tocsin.alert.appeal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.alert.casefile.LenientReference;
import org.tocsin.alert.casefile.ReferenceCode;
import org.tocsin.platform.web.Public;

/** Tells anybody who holds an appeal whether it is ours. */
@Tag(name = "Authenticity")
@RestController
class AuthenticityController {

    private final JdbcAppeals appeals;
    private final InstantSource clock;

    AuthenticityController(JdbcAppeals appeals, InstantSource clock) {
        this.appeals = appeals;
        this.clock = clock;
    }

    @Operation(summary = "Says whether a public appeal of ours has this reference, and what its headings are")
    @SecurityRequirements
    @GetMapping("/verify/{reference}")
    @Public
    Authentic verify(@PathVariable String reference) {
        return LenientReference.read(reference)
                .filter(ReferenceCode.class::isInstance)
                .map(ReferenceCode.class::cast)
                .flatMap(appeals::find)
                .flatMap(this::asSeenByThePublic)
                .orElseThrow(NoPublicAppeal::new);
    }

    /** Nothing shows while the issue can still be taken back. */
    private Optional<Authentic> asSeenByThePublic(Appeal appeal) {
        var issued = appeal.issued();
        var reference = appeal.reference();
        if (issued == null
                || reference == null
                || appeal.status() != AppealStatus.ISSUED
                || appeal.facts().restricted()
                || clock.instant().isBefore(issued.sendNotBefore())) {
            return Optional.empty();
        }
        var headlines = new TreeMap<String, String>();
        appeal.languages().values().stream()
                .flatMap(version -> version.sendable().stream())
                .forEach(version -> headlines.put(version.language().tag(), version.headline()));
        return Optional.of(
                new Authentic(reference.canonical(), appeal.facts().country().code(), issued.at(), headlines));
    }

    /**
     * A public appeal of ours.
     *
     * @param headlines by language
     */
    record Authentic(String reference, String country, Instant issuedAt, Map<String, String> headlines) {}
}
