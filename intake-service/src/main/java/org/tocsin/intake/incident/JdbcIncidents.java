package org.tocsin.intake.incident;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.platform.language.Country;

@Repository
class JdbcIncidents implements Incidents {

    private static final String SELECT = """
            select id, version, status, received_at, submitted_by, on_behalf_of, source_connection, country,
                   occurred_from, occurred_to, date_precision, violations, urgency, sectors, narrative_language, key_id,
                   claimed_by, claimed_at
            from incident
            """;

    private final JdbcClient jdbc;

    JdbcIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Incident incident, byte[] receiptDigest) {
        var facts = incident.facts();
        jdbc.sql("""
                        insert into incident (
                            id, version, status, received_at, submitted_by, on_behalf_of, source_connection, country,
                            occurred_from, occurred_to, date_precision, violations, urgency, sectors,
                            narrative_language, key_id, receipt_digest)
                        values (
                            :id, :version, :status, :receivedAt, :submittedBy, :onBehalfOf, :connection, :country,
                            :from, :to, :precision, :violations, :urgency, :sectors,
                            :narrativeLanguage, :keyId, :receiptDigest)
                        """)
                .param("id", incident.id())
                .param("version", incident.version())
                .param("status", incident.status().name())
                .param("receivedAt", utc(incident.receivedAt()))
                .param("submittedBy", incident.origin().submittedBy())
                .param("onBehalfOf", incident.origin().onBehalfOf())
                .param("connection", name(incident.origin().connection()))
                .param("country", facts.country().code())
                .param("from", facts.occurred().from())
                .param("to", facts.occurred().to())
                .param("precision", facts.occurred().precision().name())
                .param("violations", names(facts.violations()))
                .param("urgency", facts.urgency().name())
                .param("sectors", names(facts.sectors()))
                .param("narrativeLanguage", facts.narrativeLanguage())
                .param("keyId", incident.keyId())
                .param("receiptDigest", receiptDigest)
                .update();
    }

    @Override
    public Optional<Incident> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(JdbcIncidents::incident)
                .optional();
    }

    @Override
    public Optional<Incident> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(JdbcIncidents::incident)
                .optional();
    }

    @Override
    public void save(Incident incident) {
        var claim = incident.claim();
        var changed = jdbc.sql("""
                        update incident
                        set version = :version, status = :status, claimed_by = :claimedBy, claimed_at = :claimedAt
                        where id = :id and version = :version - 1
                        """)
                .param("id", incident.id())
                .param("version", incident.version())
                .param("status", incident.status().name())
                .param("claimedBy", claim == null ? null : claim.by())
                .param("claimedAt", claim == null ? null : utc(claim.at()))
                .update();
        if (changed != 1) {
            throw new OptimisticLockingFailureException("the incident changed meanwhile");
        }
    }

    @Override
    public Optional<IncidentStatus> statusByReceipt(byte[] receiptDigest) {
        return jdbc.sql("select status from incident where receipt_digest = :digest")
                .param("digest", receiptDigest)
                .query(String.class)
                .optional()
                .map(IncidentStatus::valueOf);
    }

    @Override
    public List<Incident> page(IncidentQuery query) {
        var country = query.country();
        return jdbc.sql(SELECT + """
                        where (cast(:partner as text) is null or partner = :partner)
                          and (cast(:status as text) is null or status = :status)
                          and (cast(:country as text) is null or country = :country)
                          and (cast(:before as uuid) is null or id < :before)
                        order by id desc
                        limit :limit
                        """)
                .param("partner", query.partner())
                .param("status", name(query.status()))
                .param("country", country == null ? null : country.code())
                .param("before", query.before())
                .param("limit", query.limit())
                .query(JdbcIncidents::incident)
                .list();
    }

    private static Incident incident(ResultSet row, int number) throws SQLException {
        var connection = row.getString("source_connection");
        var claimedBy = row.getString("claimed_by");
        return new Incident(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                IncidentStatus.valueOf(row.getString("status")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                new Origin(
                        row.getString("submitted_by"),
                        row.getString("on_behalf_of"),
                        connection == null ? null : SourceConnection.valueOf(connection)),
                new Facts(
                        new Country(row.getString("country")),
                        new Period(
                                row.getObject("occurred_from", LocalDate.class),
                                row.getObject("occurred_to", LocalDate.class),
                                DatePrecision.valueOf(row.getString("date_precision"))),
                        constants(row.getArray("violations"), Violation.class),
                        Urgency.valueOf(row.getString("urgency")),
                        constants(row.getArray("sectors"), Sector.class),
                        row.getString("narrative_language")),
                claimedBy == null
                        ? null
                        : new Claim(
                                claimedBy,
                                row.getObject("claimed_at", OffsetDateTime.class)
                                        .toInstant()),
                row.getString("key_id"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static String[] names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private static <E extends Enum<E>> List<E> constants(Array names, Class<E> type) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(name -> Enum.valueOf(type, name))
                .toList();
    }
}
