package org.tocsin.notification.member;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.platform.web.Caller;
import org.tocsin.platform.web.IfMatch;

/** The directory's door for its administrators. */
@RestController
@RequestMapping("/api/v1/members")
@Tag(name = "Members", description = "The directory: who is written to, and where.")
class MemberController {

    private final Members members;
    private final SaveMember saveMember;
    private final ImportMembers importMembers;
    private final ExportMembers exportMembers;
    private final InstantSource clock;

    MemberController(
            Members members,
            SaveMember saveMember,
            ImportMembers importMembers,
            ExportMembers exportMembers,
            InstantSource clock) {
        this.members = members;
        this.saveMember = saveMember;
        this.importMembers = importMembers;
        this.exportMembers = exportMembers;
        this.clock = clock;
    }

    /** @param nextCursor null on the last page */
    record MemberPage(List<MemberView> items, @Nullable String nextCursor) {}

    @GetMapping
    @PreAuthorize("hasRole('MEMBER_ADMIN')")
    @Operation(summary = "Lists members by their ids, the ended ones too")
    MemberPage list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        var items = members.page(cursor, limit).stream().map(MemberView::of).toList();
        return new MemberPage(
                items, items.size() < limit ? null : items.getLast().memberId());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasRole('MEMBER_ADMIN')")
    @Operation(summary = "Shows a member")
    ResponseEntity<MemberView> get(@PathVariable String id) {
        return withTag(members.find(id).orElseThrow(MemberNotFound::new));
    }

    @PostMapping
    @PreAuthorize("hasRole('MEMBER_ADMIN')")
    @Operation(summary = "Adds a member")
    ResponseEntity<MemberView> add(@Valid @RequestBody MemberForm body) {
        var added = saveMember.add(body.newMemberId(), body.profile());
        return ResponseEntity.created(URI.create("/api/v1/members/" + added.id()))
                .eTag(IfMatch.etag(added.version()))
                .body(MemberView.of(added));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('MEMBER_ADMIN')")
    @Operation(summary = "Changes a member", description = "Whatever the form leaves out is gone, a last day too.")
    ResponseEntity<MemberView> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            @Valid @RequestBody MemberForm body) {
        return withTag(saveMember.change(id, IfMatch.version(seen), body.profile()));
    }

    @PostMapping("/{id}/end")
    @PreAuthorize("hasRole('MEMBER_ADMIN')")
    @Operation(summary = "Ends a membership", description = """
            The last day may lie ahead or behind. From the day after (UTC) the member is in no new plan; what is planned \
            already stays. The member is still shown, and PUT without validTo takes it up again.""")
    ResponseEntity<MemberView> end(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            @Valid @RequestBody Ending body) {
        return withTag(saveMember.end(id, IfMatch.version(seen), body.lastDay()));
    }

    record Ending(@NotNull LocalDate lastDay) {}

    @PostMapping(
            path = "/import",
            consumes = {"text/csv", "text/plain", "application/octet-stream"})
    @PreAuthorize("hasRole('MEMBER_ADMIN')")
    @Operation(summary = "Takes a file of members over", description = """
            All of it or nothing; faults by row and column. Who is missing from the file stays as is. The answer names \
            each member that is new or differs, with the columns; dryRun=true changes nothing.""")
    ImportMembers.Outcome importFile(@RequestBody byte[] file, @RequestParam(defaultValue = "false") boolean dryRun) {
        return importMembers.handle(file, dryRun);
    }

    @GetMapping(path = "/export", produces = "text/csv")
    @PreAuthorize("hasRole('MEMBER_ADMIN')")
    @Operation(summary = "Gives out the file of all members", description = """
            In the form that the import takes, with the ended ones. Addresses stand in clear, so each export is put on \
            record. A text that a spreadsheet would take for a formula has an apostrophe before it.""")
    ResponseEntity<byte[]> exportFile(Caller caller) {
        var name = ContentDisposition.attachment()
                .filename("members-%s.csv".formatted(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .body(exportMembers.handle(caller.account()));
    }

    private static ResponseEntity<MemberView> withTag(Member member) {
        return ResponseEntity.ok().eTag(IfMatch.etag(member.version())).body(MemberView.of(member));
    }
}
