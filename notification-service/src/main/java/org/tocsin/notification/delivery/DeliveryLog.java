package org.tocsin.notification.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows one by one, as people look at them. */
@Repository
class DeliveryLog {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;

    DeliveryLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows of the newest planning, in the order they were planned. */
    List<Delivery> page(UUID appealId, Optional<UUID> after, int limit) {
        return jdbc.sql("""
                        select d.* from delivery d join fan_out f using (appeal_id, issue_version)
                        where f.appeal_id = :id and d.delivery_id > :after
                        order by d.delivery_id limit :limit""")
                .param("id", appealId)
                .param("after", after.orElse(BEFORE_ALL))
                .param("limit", limit)
                .query(DeliveryRows::delivery)
                .list();
    }

    Optional<FanOutId> fanOutOf(UUID appealId, UUID deliveryId) {
        return jdbc.sql(
                        "select appeal_id, issue_version from delivery where delivery_id = :id and appeal_id = :appealId")
                .param("id", deliveryId)
                .param("appealId", appealId)
                .query((row, number) -> DeliveryRows.fanOutId(row))
                .optional();
    }

    /** Makes a row due at once if it may be sent again; what may have left already may not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Delivery> makeDue(UUID deliveryId) {
        return jdbc.sql("""
                        update delivery set status = 'DEFERRED', due_at = now(), changed_at = now()
                        where delivery_id = :id and status in ('FAILED', 'DEFERRED')
                              and (document <> 'APPEAL' or exists (
                                  select from fan_out f where f.appeal_id = delivery.appeal_id
                                      and f.issue_version = delivery.issue_version and f.state = 'PLANNED'))
                        returning *""")
                .param("id", deliveryId)
                .query(DeliveryRows::delivery)
                .optional();
    }
}
