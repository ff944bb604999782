package org.tocsin.intake.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.platform.web.Public;

/** What a bare receipt tells. */
@RestController
@RequestMapping("/api/v1/receipts")
@Tag(name = "Receipts", description = "Whether somebody has read a report, without a login.")
class ReceiptController {

    private final LookUpReceipt lookUpReceipt;

    ReceiptController(LookUpReceipt lookUpReceipt) {
        this.lookUpReceipt = lookUpReceipt;
    }

    @GetMapping("/{receipt}")
    @PreAuthorize("permitAll()")
    @Public
    @Operation(
            summary = "Look a receipt up",
            description = "16 digits, with or without spaces. Slow for everybody when many look receipts up.")
    ResponseEntity<Word> lookUp(@PathVariable String receipt) throws InterruptedException {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Word(lookUpReceipt.handle(receipt)));
    }

    /** One of four words; more is told after login only. */
    record Word(ReceiptWord status) {}
}
