package org.tocsin.alert.appeal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.web.Caller;
import org.tocsin.platform.web.IfMatch;
import org.tocsin.platform.web.Role;

/** The HTTP way in of authors, translators and approvers, and of whoever has to stop what they set going. */
@Tag(name = "Appeals")
@RestController
@RequestMapping("/api/v1/appeals")
class AppealController {

    private static final String WRITERS_AND_APPROVERS = "hasAnyRole('AUTHOR', 'TRANSLATOR', 'APPROVER')";

    private final JdbcAppeals appeals;
    private final EditLanguage editing;
    private final ReviewAppeal reviewing;
    private final ApproveAppeal approving;
    private final IssueAppeal issuing;
    private final HoldAppeal holding;
    private final RecallAppeal recalling;

    AppealController(
            JdbcAppeals appeals,
            EditLanguage editing,
            ReviewAppeal reviewing,
            ApproveAppeal approving,
            IssueAppeal issuing,
            HoldAppeal holding,
            RecallAppeal recalling) {
        this.appeals = appeals;
        this.editing = editing;
        this.reviewing = reviewing;
        this.approving = approving;
        this.issuing = issuing;
        this.holding = holding;
        this.recalling = recalling;
    }

    @Operation(summary = "Lists appeals, the newest first")
    @GetMapping
    @PreAuthorize(WRITERS_AND_APPROVERS)
    AppealPage list(
            @RequestParam(required = false) @Nullable UUID incidentId,
            @RequestParam(required = false) @Nullable AppealStatus status,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return AppealPage.of(appeals.list(incidentId, status, cursor, limit + 1), limit);
    }

    @Operation(summary = "Shows an appeal with its texts and who did what")
    @GetMapping("/{id}")
    @PreAuthorize(WRITERS_AND_APPROVERS)
    ResponseEntity<AppealView> show(@PathVariable UUID id) {
        return answer(appeals.find(id).orElseThrow(AppealNotFound::new));
    }

    @Operation(
            summary = "Writes in one language",
            description = "Needs If-Match. Names of the case's people give way to their tokens; words that may be a"
                    + " name are listed as ambiguous and do not keep the text from being saved.")
    @PutMapping("/{id}/languages/{lang}")
    @PreAuthorize("hasAnyRole('AUTHOR', 'TRANSLATOR')")
    ResponseEntity<SavedView> write(
            @PathVariable UUID id,
            @PathVariable String lang,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody WrittenText body,
            Caller caller) {
        var language = Language.of(lang).orElseThrow(LanguageNotOffered::new);
        var saved = editing.handle(id, language, body.written(), IfMatch.version(ifMatch), caller.account());
        return ResponseEntity.ok().eTag(IfMatch.etag(saved.appeal().version())).body(SavedView.of(saved, language));
    }

    @Operation(summary = "Asks for an approval")
    @PostMapping("/{id}/review")
    @PreAuthorize(WRITERS_AND_APPROVERS)
    ResponseEntity<AppealView> review(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Nothing body, Caller caller) {
        return answer(reviewing.request(id, caller.account()));
    }

    @Operation(summary = "Sends the appeal back to its authors; whoever does may still approve it later")
    @PostMapping("/{id}/changes")
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<AppealView> changes(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Nothing body, Caller caller) {
        return answer(reviewing.requestChanges(id, caller.account()));
    }

    @Operation(
            summary = "Approves the appeal",
            description = "Not by who submitted, verified or wrote it. With If-Match only the version that was read.")
    @PostMapping("/{id}/approval")
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<AppealView> approve(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Nothing body,
            Caller caller) {
        var expected = ifMatch == null ? null : Long.valueOf(IfMatch.version(ifMatch));
        return answer(approving.handle(id, expected, caller.account()));
    }

    @Operation(summary = "Gives the appeal its reference and lets it go out after the send delay")
    @PostMapping("/{id}/issue")
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<AppealView> issue(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Nothing body, Caller caller) {
        return answer(issuing.handle(id, caller.account()));
    }

    @Operation(summary = "Takes the issue back during the send delay; the reference stays with the appeal")
    @DeleteMapping("/{id}/issue")
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<AppealView> cancelIssue(@PathVariable UUID id, Caller caller) {
        return answer(issuing.cancel(id, caller.account()));
    }

    @Operation(
            summary = "Keeps the appeal from being sent on",
            description = "Whoever may have it is asked to wait. Holding what is held changes nothing.")
    @PostMapping("/{id}/hold")
    @PreAuthorize(Role.ANY_STAFF)
    ResponseEntity<StoppedView> hold(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Nothing body, Caller caller) {
        return stopped(holding.handle(id, caller.account()));
    }

    @Operation(
            summary = "Lets a held appeal go on",
            description = "Whoever was asked to wait is told so. Releasing what is not held changes nothing.")
    @DeleteMapping("/{id}/hold")
    @PreAuthorize(Role.ANY_STAFF)
    ResponseEntity<StoppedView> release(@PathVariable UUID id, Caller caller) {
        return stopped(holding.release(id, caller.account()));
    }

    @Operation(
            summary = "Takes the appeal back for good",
            description = "Nothing more of it is sent, and whoever may have it gets the sentence of the notice.")
    @PostMapping("/{id}/recall")
    @PreAuthorize(Role.ANY_STAFF)
    ResponseEntity<StoppedView> recall(@PathVariable UUID id, @Valid @RequestBody Recalling body, Caller caller) {
        return stopped(recalling.handle(id, body.notice(), caller.account()));
    }

    private static ResponseEntity<AppealView> answer(Appeal appeal) {
        return ResponseEntity.ok().eTag(IfMatch.etag(appeal.version())).body(AppealView.of(appeal));
    }

    private static ResponseEntity<StoppedView> stopped(Appeal appeal) {
        return ResponseEntity.ok().eTag(IfMatch.etag(appeal.version())).body(StoppedView.of(appeal));
    }

    /** What the members are told. */
    record Recalling(@NotNull RecallNotice notice) {}

    /**
     * What somebody writes in one language.
     *
     * @param story absent: as it was; empty: none
     * @param headline absent: as it was; empty: the clause library's
     * @param checked true: the one who saves has read it all
     * @param acceptedWords absent: as they were; else every word that is not the person whose name it is
     */
    record WrittenText(
            @Nullable @Size(max = 20_000) String story,
            @Nullable @Size(max = 200) String headline,
            @Nullable Boolean checked,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> acceptedWords) {

        EditLanguage.Written written() {
            return new EditLanguage.Written(story, headline, checked, acceptedWords);
        }

        @Override
        public String toString() {
            return "WrittenText";
        }
    }

    /** <code>{}</code>: the call says it all. */
    record Nothing() {}
}
