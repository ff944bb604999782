package org.tocsin.notification.member;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.notification.member.Contact.WantedContact;
import org.tocsin.notification.member.MemberView.ContactView;
import org.tocsin.platform.web.Caller;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.IfMatch;
import org.tocsin.platform.web.InvalidRequest;

/** Where one member is reached, without the rest of it; the version is the member's. */
@RestController
@RequestMapping("/api/v1/members/{id}/contacts")
@Tag(name = "Members")
class ContactController {

    private final Members members;
    private final SaveMember saveMember;

    ContactController(Members members, SaveMember saveMember) {
        this.members = members;
        this.saveMember = saveMember;
    }

    record ContactsView(List<ContactView> contacts) {}

    record ContactsForm(
            @NotEmpty @Size(max = ContactForm.MOST) List<@NotNull @Valid ContactForm> contacts) {

        /** Throws {@link InvalidRequest} with every rule that is broken. */
        List<WantedContact> wanted() {
            var faults = new ArrayList<FieldFault>();
            var wanted = ContactForm.read(contacts, faults);
            if (!faults.isEmpty()) {
                throw new InvalidRequest(faults);
            }
            return wanted;
        }
    }

    @GetMapping
    @PreAuthorize("hasRole('MEMBER_ADMIN')")
    @Operation(summary = "Shows where a member is reached")
    ResponseEntity<ContactsView> list(@PathVariable String id) {
        return withTag(members.find(id).orElseThrow(MemberNotFound::new));
    }

    @PutMapping
    @PreAuthorize("hasRole('MEMBER_ADMIN')")
    @Operation(summary = "Says where a member is reached from now on", description = """
            All of its contacts, the first of a channel first. A contact stays the same by its address; a new address in \
            place of one that goes is that one, corrected, and what waits for it goes there. A contact that paused \
            stays paused as long as its address is the member's, and does so again when the address comes back.""")
    ResponseEntity<ContactsView> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            @Valid @RequestBody ContactsForm body) {
        return withTag(saveMember.changeContacts(id, IfMatch.version(seen), body.wanted()));
    }

    @DeleteMapping("/{contactId}/pause")
    @PreAuthorize("hasRole('MEMBER_ADMIN')")
    @Operation(summary = "Writes to a paused contact again, because the contact itself asked for it", description = """
            Only the contact's own wish lifts its pause; who relied on it is put on record.""")
    ResponseEntity<ContactsView> resume(
            @PathVariable String id,
            @PathVariable UUID contactId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Caller caller) {
        return withTag(saveMember.resume(id, IfMatch.version(seen), contactId, caller.account()));
    }

    private static ResponseEntity<ContactsView> withTag(Member member) {
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(member.version()))
                .body(new ContactsView(MemberView.of(member).contacts()));
    }
}
