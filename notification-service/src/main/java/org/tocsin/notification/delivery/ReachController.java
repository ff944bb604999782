package org.tocsin.notification.delivery;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far an appeal has reached, in members. */
@RestController
class ReachController {

    private final Reaches reaches;

    ReachController(Reaches reaches) {
        this.reaches = reaches;
    }

    @GetMapping("/api/v1/appeals/{appealId}/reach")
    @PreAuthorize("hasAnyRole('APPROVER', 'OPERATOR', 'MEMBER_ADMIN')")
    Reach reach(@PathVariable UUID appealId) {
        return reaches.of(appealId).orElseThrow(NotPlanned::new);
    }
}
