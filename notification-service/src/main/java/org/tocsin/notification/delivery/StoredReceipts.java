package org.tocsin.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.notification.channel.Receipt;
import org.tocsin.notification.channel.Receipts;

/** Receipts wait in a table for the row they tell of; the first final word on a message counts. */
@Repository
class StoredReceipts implements Receipts {

    private static final int MOST_AT_ONCE = 500; // their event stays far below what a record may hold
    private static final Duration KEPT = Duration.ofDays(7);

    private static final String TOLD = """
            receipt r join delivery d on d.channel = r.channel and d.provider_ref = r.provider_ref and d.status = 'ACCEPTED'""";

    private static final String SETTLE = """
            with told as materialized (
                select d.delivery_id, r.outcome from %s
                where d.appeal_id = :id and d.issue_version = :issue
                limit :most)
            update delivery d set status = told.outcome, changed_at = now()
            from told where d.delivery_id = told.delivery_id
            returning d.*""".formatted(TOLD);

    private final JdbcClient jdbc;

    StoredReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void take(Receipt receipt) {
        jdbc.sql("""
                        insert into receipt (channel, provider_ref, outcome) values (:channel, :reference, :outcome)
                        on conflict do nothing""")
                .param("channel", receipt.channel().name())
                .param("reference", receipt.reference())
                .param("outcome", receipt.outcome().name())
                .update();
    }

    /** Fan-outs with rows that a receipt tells of. */
    List<FanOutId> fanOuts() {
        return jdbc.sql("select distinct d.appeal_id, d.issue_version from " + TOLD)
                .query((row, number) -> DeliveryRows.fanOutId(row))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<Delivery> settle(FanOutId id) {
        var rows = jdbc.sql(SETTLE)
                .param("id", id.appealId())
                .param("issue", id.issueVersion())
                .param("most", MOST_AT_ONCE)
                .query(DeliveryRows::delivery)
                .list();
        jdbc.sql("""
                        delete from receipt r using delivery d
                        where d.delivery_id = any(:ids) and d.channel = r.channel and d.provider_ref = r.provider_ref""")
                .param("ids", rows.stream().map(Delivery::id).toArray(UUID[]::new))
                .update();
        return rows;
    }

    /** Nothing is known of their message, or it was settled otherwise. */
    void forgetOld() {
        jdbc.sql("delete from receipt where received_at < now() - :seconds * interval '1 second'")
                .param("seconds", KEPT.toSeconds())
                .update();
    }
}
