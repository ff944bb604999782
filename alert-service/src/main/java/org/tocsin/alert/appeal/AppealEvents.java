package org.tocsin.alert.appeal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.platform.codec.CanonicalForm;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.outbox.Outbox;
import org.tocsin.platform.sealing.Sealed;
import org.tocsin.platform.signing.Signer;
import org.tocsin.schemas.Audience;
import org.tocsin.schemas.Sector;
import org.tocsin.schemas.Urgency;
import org.tocsin.schemas.Violation;
import org.tocsin.schemas.appeal.AppealApproved;
import org.tocsin.schemas.appeal.AppealChangesRequested;
import org.tocsin.schemas.appeal.AppealDrafted;
import org.tocsin.schemas.appeal.AppealHeld;
import org.tocsin.schemas.appeal.AppealHoldReleased;
import org.tocsin.schemas.appeal.AppealIssueCancelled;
import org.tocsin.schemas.appeal.AppealIssued;
import org.tocsin.schemas.appeal.AppealLanguageEdited;
import org.tocsin.schemas.appeal.AppealRecalled;
import org.tocsin.schemas.appeal.AppealReviewRequested;
import org.tocsin.schemas.appeal.AppealSubject;
import org.tocsin.schemas.appeal.LanguageText;

/** The way out: topic {@code tocsin.appeal.v1}. */
@Component
class AppealEvents {

    private static final String SIGNATURE = "signature";
    private static final ByteBuffer UNSIGNED = ByteBuffer.allocate(0);

    private final Outbox outbox;
    private final Signer signer;

    AppealEvents(Outbox outbox, Signer signer) {
        this.outbox = outbox;
        this.signer = signer;
    }

    void drafted(Appeal appeal) {
        outbox.add(
                appeal.id(),
                AppealDrafted.newBuilder()
                        .setAppealId(appeal.id())
                        .setVersion(appeal.version())
                        .setIncidentId(appeal.facts().incidentId())
                        .setCaseId(appeal.caseId())
                        .setDraftedAt(appeal.draftedAt())
                        .setLanguages(appeal.languages().values().stream()
                                .collect(Collectors.toMap(
                                        version -> version.language().tag(), version -> stateOf(version))))
                        .build());
    }

    void languageEdited(Appeal appeal, Language language, Act edit) {
        var version = appeal.in(language);
        outbox.add(
                appeal.id(),
                AppealLanguageEdited.newBuilder()
                        .setAppealId(appeal.id())
                        .setVersion(appeal.version())
                        .setEditedAt(edit.at())
                        .setEditedBy(edit.by())
                        .setLanguage(language.tag())
                        .setState(stateOf(version))
                        .setContentHash(version.contentHash())
                        .build());
    }

    void reviewRequested(Appeal appeal, Act request) {
        outbox.add(
                appeal.id(),
                AppealReviewRequested.newBuilder()
                        .setAppealId(appeal.id())
                        .setVersion(appeal.version())
                        .setRequestedAt(request.at())
                        .setRequestedBy(request.by())
                        .build());
    }

    void changesRequested(Appeal appeal, Act request) {
        outbox.add(
                appeal.id(),
                AppealChangesRequested.newBuilder()
                        .setAppealId(appeal.id())
                        .setVersion(appeal.version())
                        .setRequestedAt(request.at())
                        .setRequestedBy(request.by())
                        .build());
    }

    void approved(Appeal appeal, Act approval) {
        outbox.add(
                appeal.id(),
                AppealApproved.newBuilder()
                        .setAppealId(appeal.id())
                        .setVersion(appeal.version())
                        .setApprovedAt(approval.at())
                        .setApprovedBy(approval.by())
                        .build());
    }

    void issueCancelled(Appeal appeal, Act cancellation) {
        outbox.add(
                appeal.id(),
                AppealIssueCancelled.newBuilder()
                        .setAppealId(appeal.id())
                        .setVersion(appeal.version())
                        .setCancelledAt(cancellation.at())
                        .setCancelledBy(cancellation.by())
                        .build());
    }

    void issued(Appeal appeal, Issue issue) {
        var facts = appeal.facts();
        var event = AppealIssued.newBuilder()
                .setAppealId(appeal.id())
                .setVersion(appeal.version())
                .setIncidentId(facts.incidentId())
                .setCaseId(appeal.caseId())
                .setReference(Objects.requireNonNull(appeal.reference()).canonical())
                .setDocumentNumber(0)
                .setIssuedAt(issue.at())
                .setIssuedBy(issue.by())
                .setSendNotBefore(issue.sendNotBefore())
                .setCountry(facts.country().code())
                .setUrgency(Urgency.valueOf(facts.urgency().name()))
                .setViolations(facts.violations().stream()
                        .map(violation -> Violation.valueOf(violation.name()))
                        .toList())
                .setAudience(Audience.valueOf(facts.audience().name()))
                .setHostileJurisdictions(
                        facts.hostileJurisdictions().stream().map(Country::code).toList())
                .setSubjects(facts.persons().stream().map(AppealEvents::subject).toList())
                .setLanguages(texts(appeal))
                .setKeyId(facts.keyId())
                .setSigningKeyId(signer.keyId())
                .setSignature(UNSIGNED)
                .build();
        outbox.add(appeal.id(), signed(event));
    }

    void held(Appeal appeal, Act hold) {
        var event = AppealHeld.newBuilder()
                .setAppealId(appeal.id())
                .setVersion(appeal.version())
                .setIncidentId(appeal.facts().incidentId())
                .setHeldAt(hold.at())
                .setHeldBy(hold.by())
                .setSigningKeyId(signer.keyId())
                .setSignature(UNSIGNED)
                .build();
        outbox.add(appeal.id(), signed(event));
    }

    void holdReleased(Appeal appeal, Act release) {
        var event = AppealHoldReleased.newBuilder()
                .setAppealId(appeal.id())
                .setVersion(appeal.version())
                .setIncidentId(appeal.facts().incidentId())
                .setReleasedAt(release.at())
                .setReleasedBy(release.by())
                .setSigningKeyId(signer.keyId())
                .setSignature(UNSIGNED)
                .build();
        outbox.add(appeal.id(), signed(event));
    }

    void recalled(Appeal appeal, Recall recall) {
        var event = AppealRecalled.newBuilder()
                .setAppealId(appeal.id())
                .setVersion(appeal.version())
                .setIncidentId(appeal.facts().incidentId())
                .setRecalledAt(recall.at())
                .setRecalledBy(recall.by())
                .setNotice(
                        org.tocsin.schemas.RecallNotice.valueOf(recall.notice().name()))
                .setSigningKeyId(signer.keyId())
                .setSignature(UNSIGNED)
                .build();
        outbox.add(appeal.id(), signed(event));
    }

    /** Nobody but this service can make the others send something, or stop. */
    private SpecificRecordBase signed(SpecificRecordBase event) {
        event.put(SIGNATURE, ByteBuffer.wrap(signer.sign(CanonicalForm.of(event, SIGNATURE))));
        return event;
    }

    private static AppealSubject subject(Person person) {
        return AppealSubject.newBuilder()
                .setToken(person.token())
                .setSector(Sector.valueOf(person.sector().name()))
                .setName(person.mayName() ? sealed(person.name()) : null)
                .setOrganisation(person.mayNameOrganisation() ? sealed(person.organisation()) : null)
                .build();
    }

    private static List<LanguageText> texts(Appeal appeal) {
        return appeal.languages().values().stream()
                .flatMap(version -> version.sendable().stream())
                .map(AppealEvents::text)
                .toList();
    }

    private static LanguageText text(LanguageVersion version) {
        var clause = version.clause();
        return LanguageText.newBuilder()
                .setLanguage(version.language().tag())
                .setState(stateOf(version))
                .setHeadline(version.headline())
                .setOpening(clause.opening())
                .setSituation(clause.situation())
                .setSituationWithoutPlace(clause.situationWithoutPlace())
                .setStory(version.story())
                .setConcern(clause.concern())
                .setDemands(clause.demands())
                .setDescriptions(clause.descriptions())
                .build();
    }

    private static org.tocsin.schemas.LanguageState stateOf(LanguageVersion version) {
        return org.tocsin.schemas.LanguageState.valueOf(version.state().name());
    }

    private static org.tocsin.schemas.@Nullable Sealed sealed(@Nullable Sealed sealed) {
        return sealed == null
                ? null
                : org.tocsin.schemas.Sealed.newBuilder()
                        .setKeyId(sealed.keyId())
                        .setBytes(ByteBuffer.wrap(sealed.bytes()))
                        .build();
    }
}
