package org.tocsin.notification.delivery;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rows of which nobody can say whether they left. */
@Repository
class Doubts {

    private static final String LOST = "status = 'SENDING' and lease_until < now()";
    private static final String UNSOLVED = "status = 'IN_DOUBT' and resent and due_at < now()";

    private final JdbcClient jdbc;

    Doubts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fan-outs with rows whose sender stopped renewing its claim. */
    List<FanOutId> lost() {
        return fanOuts(LOST);
    }

    /** Fan-outs with rows that were sent once more and are in doubt still. */
    List<FanOutId> unsolved() {
        return fanOuts(UNSOLVED);
    }

    /** The rows keep their lease: if their sender is only slow, its answer still counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Delivery> doubtLost(FanOutId id) {
        return update(id, "set status = 'IN_DOUBT', reason = '" + RowReason.SENDER_LOST + "', due_at = now()", LOST);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<Delivery> giveUp(FanOutId id) {
        return update(id, "set status = 'UNKNOWN'", UNSOLVED);
    }

    private List<FanOutId> fanOuts(String condition) {
        return jdbc.sql("select distinct appeal_id, issue_version from delivery where " + condition)
                .query((row, number) -> DeliveryRows.fanOutId(row))
                .list();
    }

    private List<Delivery> update(FanOutId id, String change, String condition) {
        return jdbc.sql(
                        "update delivery %s, changed_at = now() where appeal_id = :id and issue_version = :issue and %s returning *"
                                .formatted(change, condition))
                .param("id", id.appealId())
                .param("issue", id.issueVersion())
                .query(DeliveryRows::delivery)
                .list();
    }
}
