package org.tocsin.alert.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.casefile.ReferenceCode;
import org.tocsin.alert.clause.ClauseText;
import org.tocsin.platform.language.Language;
import tools.jackson.databind.json.JsonMapper;

/** From rows to appeals, and back to column values. */
final class AppealRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AppealRows() {}

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static @Nullable String by(@Nullable Act act) {
        return act == null ? null : act.by();
    }

    static @Nullable OffsetDateTime at(@Nullable Act act) {
        return act == null ? null : at(act.at());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static String[] sorted(Set<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }

    /** One appeal over as many rows as it has languages. */
    static Optional<Appeal> one(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        var languages = new EnumMap<Language, LanguageVersion>(Language.class);
        var appeal = appeal(rows);
        do {
            var version = version(rows);
            languages.put(version.language(), version);
        } while (rows.next());
        return Optional.of(appeal.reading(languages));
    }

    static AppealSummary summary(ResultSet row, int number) throws SQLException {
        var languages = new EnumMap<Language, LanguageState>(Language.class);
        for (var pair : strings(row, "languages")) {
            int middle = pair.indexOf('=');
            languages.put(language(pair.substring(0, middle)), LanguageState.valueOf(pair.substring(middle + 1)));
        }
        return new AppealSummary(
                row.getObject("id", UUID.class),
                row.getObject("incident_id", UUID.class),
                AppealStatus.valueOf(row.getString("status")),
                row.getString("reference"),
                row.getString("country"),
                row.getString("urgency"),
                instant(row, "drafted_at"),
                languages);
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        return new Appeal(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                JSON.readValue(row.getString("facts"), VerifiedFacts.class),
                instant(row, "drafted_at"),
                row.getLong("version"),
                AppealStatus.valueOf(row.getString("status")),
                Map.of(),
                Set.copyOf(strings(row, "editors")),
                act(row, "review_requested"),
                act(row, "approved"),
                issue(row),
                Optional.ofNullable(row.getString("reference"))
                        .flatMap(ReferenceCode::parse)
                        .orElse(null));
    }

    private static @Nullable Issue issue(ResultSet row) throws SQLException {
        var by = row.getString("issued_by");
        return by == null
                ? null
                : new Issue(
                        by, instant(row, "issued_at"), instant(row, "send_not_before"), act(row, "held"), recall(row));
    }

    private static @Nullable Recall recall(ResultSet row) throws SQLException {
        var by = row.getString("recalled_by");
        return by == null
                ? null
                : new Recall(by, instant(row, "recalled_at"), RecallNotice.valueOf(row.getString("recall_notice")));
    }

    private static LanguageVersion version(ResultSet row) throws SQLException {
        return new LanguageVersion(
                language(row.getString("language")),
                LanguageState.valueOf(row.getString("state")),
                JSON.readValue(row.getString("clause"), ClauseText.class),
                row.getString("library_version"),
                row.getString("headline"),
                row.getString("story"),
                Set.copyOf(strings(row, "accepted")),
                act(row, "edited"),
                act(row, "checked"));
    }

    private static @Nullable Act act(ResultSet row, String what) throws SQLException {
        var by = row.getString(what + "_by");
        return by == null ? null : new Act(by, instant(row, what + "_at"));
    }

    private static Language language(String tag) {
        return Language.of(tag).orElseThrow();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
