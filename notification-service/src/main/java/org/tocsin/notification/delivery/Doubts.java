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

    /** Sent once more already, or never to be sent again because the issue was taken back. */
    private static final String UNSOLVED = """
            status = 'IN_DOUBT' and due_at < now() and (resent or not exists (
                select from fan_out f
                where f.appeal_id = delivery.appeal_id and f.issue_version = delivery.issue_version and f.state = 'PLANNED'))""";

    private static final String UNTOLD = """
            status = 'ACCEPTED' and channel = 'SMS' and changed_at < now() - %d * interval '1 millisecond'""";

    private final JdbcClient jdbc;
    private final String untold;

    Doubts(JdbcClient jdbc, SendingProperties properties) {
        this.jdbc = jdbc;
        this.untold = UNTOLD.formatted(properties.receipt().toMillis());
    }

    /** Fan-outs with rows whose sender stopped renewing its claim. */
    List<FanOutId> lost() {
        return fanOuts(LOST);
    }

    /** Fan-outs with rows in doubt that nothing will solve any more. */
    List<FanOutId> unsolved() {
        return fanOuts(UNSOLVED);
    }

    /** Fan-outs with SMS that no receipt came for in time. */
    List<FanOutId> untold() {
        return fanOuts(untold);
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

    @Transactional(propagation = Propagation.MANDATORY)
    public List<Delivery> giveUpReceipts(FanOutId id) {
        return update(id, "set status = 'UNKNOWN'", untold);
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
