package org.tocsin.notification.delivery;

import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member says, through one of its contacts, that it has the appeal. Saying it again changes nothing. */
@Service
public class AcknowledgeAppeal {

    private final FanOuts fanOuts;
    private final DeliveryEvents events;
    private final InstantSource clock;

    AcknowledgeAppeal(FanOuts fanOuts, DeliveryEvents events, InstantSource clock) {
        this.fanOuts = fanOuts;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void handle(FanOutId id, String memberId) {
        var fanOut = fanOuts.lock(id).orElseThrow(NotPlanned::new);
        var now = clock.instant();
        if (fanOuts.acknowledge(id, memberId, now)) {
            events.acknowledged(fanOut, fanOuts.advance(id.appealId()), memberId, now);
        }
    }
}
