package org.tocsin.alert.appeal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.appeal.AppealView.RecalledView;

/** Whether an appeal goes out, for whoever stops it: any staff, so no text and no person. */
@Schema(
        name = "StoppedAppeal",
        description = "Whether the appeal goes out; without its texts, which not all staff read")
record StoppedView(
        UUID appealId,

        @Schema(description = "counted from 1; also the ETag")
        long version,

        AppealStatus status,
        @Nullable String reference,

        @Schema(description = "absent unless it is held now") @Nullable
        Instant heldSince,

        @Nullable String heldBy,
        @Nullable RecalledView recalled) {

    static StoppedView of(Appeal appeal) {
        var held = appeal.held();
        return new StoppedView(
                appeal.id(),
                appeal.version(),
                appeal.status(),
                appeal.reference() == null ? null : appeal.reference().canonical(),
                held == null ? null : held.at(),
                held == null ? null : held.by(),
                RecalledView.of(appeal.recalled()));
    }
}
