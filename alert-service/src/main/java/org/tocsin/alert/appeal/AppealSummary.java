package org.tocsin.alert.appeal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.language.Language;

/** An appeal as a list shows it. */
record AppealSummary(
        UUID appealId,
        UUID incidentId,
        AppealStatus status,
        @Nullable String reference,
        String country,
        String urgency,
        Instant draftedAt,
        Map<Language, LanguageState> languages) {}
