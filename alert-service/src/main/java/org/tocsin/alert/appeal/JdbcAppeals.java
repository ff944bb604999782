package org.tocsin.alert.appeal;

import static org.tocsin.alert.appeal.AppealRows.at;
import static org.tocsin.alert.appeal.AppealRows.by;
import static org.tocsin.alert.appeal.AppealRows.json;
import static org.tocsin.alert.appeal.AppealRows.sorted;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.alert.casefile.ReferenceCode;

/** The appeals in PostgreSQL: a row for the appeal, one for each language. */
@Repository
class JdbcAppeals {

    private static final String SELECT = """
            select a.*, l.language, l.state, l.clause, l.library_version, l.headline, l.story, l.accepted,
                   l.edited_by, l.edited_at, l.checked_by, l.checked_at
            from appeal a join language_version l on l.appeal_id = a.id
            """;

    private final JdbcClient jdbc;

    JdbcAppeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Appeal draft) {
        var facts = draft.facts();
        jdbc.sql("""
                        insert into appeal (id, incident_id, case_id, version, status, country, urgency, audience,
                                            submitted_by, verified_by, facts, drafted_at)
                        values (:id, :incidentId, :caseId, :version, :status, :country, :urgency, :audience,
                                :submittedBy, :verifiedBy, :facts::jsonb, :draftedAt)
                        """)
                .param("id", draft.id())
                .param("incidentId", facts.incidentId())
                .param("caseId", draft.caseId())
                .param("version", draft.version())
                .param("status", draft.status().name())
                .param("country", facts.country().code())
                .param("urgency", facts.urgency().name())
                .param("audience", facts.audience().name())
                .param("submittedBy", facts.submittedBy())
                .param("verifiedBy", facts.verifiedBy())
                .param("facts", json(facts))
                .param("draftedAt", at(draft.draftedAt()))
                .update();
        draft.languages().values().forEach(version -> save(draft.id(), version));
    }

    boolean existFor(UUID incidentId) {
        return jdbc.sql("select exists (select from appeal where incident_id = :incidentId)")
                .param("incidentId", incidentId)
                .query(Boolean.class)
                .single();
    }

    Optional<Appeal> find(UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id").param("id", id).query(AppealRows::one);
    }

    /** The first document of a case, if its reference is this one. */
    Optional<Appeal> find(ReferenceCode reference) {
        return jdbc.sql(SELECT + "where a.reference = :reference")
                .param("reference", reference.canonical())
                .query(AppealRows::one);
    }

    /** The appeal, held until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Appeal lock(UUID id) {
        // Two statements: the second one sees what the holder before us committed, its language rows included.
        jdbc.sql("select from appeal where id = :id for update")
                .param("id", id)
                .query((row, n) -> 1)
                .list();
        return find(id).orElseThrow(AppealNotFound::new);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Appeal changed) {
        var issue = changed.issued();
        var recall = changed.recalled();
        int saved = jdbc.sql("""
                        update appeal
                        set version = :version, status = :status, editors = :editors, reference = :reference,
                            review_requested_by = :reviewBy, review_requested_at = :reviewAt,
                            approved_by = :approvedBy, approved_at = :approvedAt,
                            issued_by = :issuedBy, issued_at = :issuedAt, send_not_before = :sendNotBefore,
                            held_by = :heldBy, held_at = :heldAt,
                            recalled_by = :recalledBy, recalled_at = :recalledAt, recall_notice = :recallNotice
                        where id = :id and version = :version - 1
                        """)
                .param("id", changed.id())
                .param("version", changed.version())
                .param("status", changed.status().name())
                .param("editors", sorted(changed.editors()))
                .param(
                        "reference",
                        Optional.ofNullable(changed.reference())
                                .map(ReferenceCode::canonical)
                                .orElse(null))
                .param("reviewBy", by(changed.reviewRequested()))
                .param("reviewAt", at(changed.reviewRequested()))
                .param("approvedBy", by(changed.approved()))
                .param("approvedAt", at(changed.approved()))
                .param("issuedBy", issue == null ? null : issue.by())
                .param("issuedAt", issue == null ? null : at(issue.at()))
                .param("sendNotBefore", issue == null ? null : at(issue.sendNotBefore()))
                .param("heldBy", by(changed.held()))
                .param("heldAt", at(changed.held()))
                .param("recalledBy", recall == null ? null : recall.by())
                .param("recalledAt", recall == null ? null : at(recall.at()))
                .param("recallNotice", recall == null ? null : recall.notice().name())
                .update();
        if (saved != 1) {
            throw new OptimisticLockingFailureException("the appeal was changed without being locked");
        }
        changed.languages().values().forEach(version -> save(changed.id(), version));
    }

    /**
     * The newest first.
     *
     * @param before the last one of the page before
     */
    List<AppealSummary> list(
            @Nullable UUID incidentId, @Nullable AppealStatus status, @Nullable UUID before, int atMost) {
        return jdbc.sql("""
                        select a.id, a.incident_id, a.status, a.reference, a.country, a.urgency, a.drafted_at,
                               array(select l.language || '=' || l.state from language_version l
                                     where l.appeal_id = a.id) as languages
                        from appeal a
                        where (:incidentId::uuid is null or a.incident_id = :incidentId)
                          and (:status::text is null or a.status = :status)
                          and (:before::uuid is null or a.id < :before)
                        order by a.id desc
                        limit :atMost
                        """)
                .param("incidentId", incidentId)
                .param("status", status == null ? null : status.name())
                .param("before", before)
                .param("atMost", atMost)
                .query(AppealRows::summary)
                .list();
    }

    private void save(UUID appealId, LanguageVersion version) {
        jdbc.sql("""
                        insert into language_version (appeal_id, language, state, clause, library_version, headline,
                                story, accepted, edited_by, edited_at, checked_by, checked_at)
                        values (:appealId, :language, :state, :clause::jsonb, :libraryVersion, :headline,
                                :story, :accepted, :editedBy, :editedAt, :checkedBy, :checkedAt)
                        on conflict (appeal_id, language) do update
                        set state = excluded.state, headline = excluded.headline, story = excluded.story,
                            accepted = excluded.accepted, edited_by = excluded.edited_by,
                            edited_at = excluded.edited_at, checked_by = excluded.checked_by,
                            checked_at = excluded.checked_at
                        """)
                .param("appealId", appealId)
                .param("language", version.language().tag())
                .param("state", version.state().name())
                .param("clause", json(version.clause()))
                .param("libraryVersion", version.libraryVersion())
                .param("headline", version.ownHeadline())
                .param("story", version.story())
                .param("accepted", sorted(version.accepted()))
                .param("editedBy", by(version.edited()))
                .param("editedAt", at(version.edited()))
                .param("checkedBy", by(version.checked()))
                .param("checkedAt", at(version.checked()))
                .update();
    }
}
