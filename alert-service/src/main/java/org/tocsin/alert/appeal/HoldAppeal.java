package org.tocsin.alert.appeal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One member of staff keeps an issued appeal from being sent on, and one lets it go on. */
@Service
class HoldAppeal {

    private final JdbcAppeals appeals;
    private final AppealEvents events;
    private final InstantSource clock;

    HoldAppeal(JdbcAppeals appeals, AppealEvents events, InstantSource clock) {
        this.appeals = appeals;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Appeal handle(UUID id, String by) {
        var appeal = appeals.lock(id);
        var hold = act(by);
        var held = appeal.hold(hold);
        if (held.isAfter(appeal)) {
            appeals.save(held);
            events.held(held, hold);
        }
        return held;
    }

    @Transactional
    public Appeal release(UUID id, String by) {
        var appeal = appeals.lock(id);
        var released = appeal.release();
        if (released.isAfter(appeal)) {
            appeals.save(released);
            events.holdReleased(released, act(by));
        }
        return released;
    }

    private Act act(String by) {
        return new Act(by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
