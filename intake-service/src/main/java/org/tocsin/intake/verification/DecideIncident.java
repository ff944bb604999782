package org.tocsin.intake.verification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.intake.consent.ConsentRecords;
import org.tocsin.intake.consent.ConsentRecords.Occasion;
import org.tocsin.intake.incident.Incident;
import org.tocsin.intake.incident.IncidentNotFound;
import org.tocsin.intake.incident.Incidents;
import org.tocsin.intake.vault.IdentityVault;
import org.tocsin.platform.sealing.Sealed;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.InvalidRequest;

/** The verifier who works on an incident decides. The decision goes on record; VERIFIED starts an appeal. */
@Service
class DecideIncident {

    private final Incidents incidents;
    private final DecisionForm form;
    private final IdentityVault vault;
    private final VerificationRecords records;
    private final ConsentRecords consentRecords;
    private final VerificationEvents events;
    private final VerifiedFacts verifiedFacts;
    private final InstantSource clock;

    DecideIncident(
            Incidents incidents,
            DecisionForm form,
            IdentityVault vault,
            VerificationRecords records,
            ConsentRecords consentRecords,
            VerificationEvents events,
            VerifiedFacts verifiedFacts,
            InstantSource clock) {
        this.incidents = incidents;
        this.form = form;
        this.vault = vault;
        this.records = records;
        this.consentRecords = consentRecords;
        this.events = events;
        this.verifiedFacts = verifiedFacts;
        this.clock = clock;
    }

    @Transactional
    Incident handle(UUID id, DecisionRequest request, String by) {
        var incident = incidents.lock(id).orElseThrow(IncidentNotFound::new);
        incident.requireDecidableBy(by);
        var ruling = form.read(request, incident);
        refuseUnknownDuplicate(ruling);
        var now = clock.instant();
        var decided = incident.decide(ruling.decision().outcome(), by);
        incidents.save(decided);
        keep(decided, ruling, by, now);
        if (ruling.decision() == Decision.VERIFIED) {
            events.verified(decided, ruling, verifiedFacts.of(decided, ruling), by, now);
        } else {
            events.decided(decided, ruling.decision(), by, now);
        }
        return decided;
    }

    private void refuseUnknownDuplicate(Ruling ruling) {
        var original = ruling.duplicateOf();
        if (original != null && incidents.find(original).isEmpty()) {
            throw new InvalidRequest(List.of(new FieldFault("/duplicateOf", "no such incident")));
        }
    }

    private void keep(Incident decided, Ruling ruling, String by, Instant now) {
        records.add(new VerificationRecord(
                decided,
                ruling,
                by,
                now,
                seal(decided, "corroboratedBy", ruling.findings().corroboratedBy()),
                seal(decided, "note", ruling.note())));
        var occasion = new Occasion(decided.id(), decided.version(), by, now);
        consentRecords.add(occasion, ruling.consents());
        var risk = ruling.risk();
        if (risk != null) {
            var mitigations = seal(decided, "mitigations", risk.mitigations());
            consentRecords.add(occasion, risk, mitigations == null ? null : mitigations.bytes());
        }
    }

    private @Nullable Sealed seal(Incident incident, String field, @Nullable String text) {
        return text == null ? null : vault.seal(incident.keyId(), incident.id(), field, text);
    }
}
