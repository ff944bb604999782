package org.tocsin.notification.delivery;

import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member says, through one of its contacts, that it has the appeal. Saying it again changes nothing. */
@Service
public class AcknowledgeAppeal {

    private static final String ACKNOWLEDGE = """
            update planned_member set acknowledged_at = :now
            where appeal_id = :appealId and issue_version = :issueVersion and member_id = :memberId
                  and acknowledged_at is null""";

    private final JdbcClient jdbc;
    private final FanOuts fanOuts;
    private final DeliveryEvents events;
    private final InstantSource clock;

    AcknowledgeAppeal(JdbcClient jdbc, FanOuts fanOuts, DeliveryEvents events, InstantSource clock) {
        this.jdbc = jdbc;
        this.fanOuts = fanOuts;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void handle(FanOutId id, String memberId) {
        var fanOut = fanOuts.lock(id).orElseThrow(NotPlanned::new);
        var now = clock.instant();
        var isNew = jdbc.sql(ACKNOWLEDGE)
                        .param("now", Timestamp.from(now))
                        .param("appealId", id.appealId())
                        .param("issueVersion", id.issueVersion())
                        .param("memberId", memberId)
                        .update()
                == 1;
        if (isNew) {
            events.acknowledged(fanOut, fanOuts.advance(id.appealId()), memberId, now);
        }
    }
}
