package org.tocsin.alert.appeal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One member of staff takes an issued appeal back for good, and says what its members are told. */
@Service
class RecallAppeal {

    private final JdbcAppeals appeals;
    private final AppealEvents events;
    private final InstantSource clock;

    RecallAppeal(JdbcAppeals appeals, AppealEvents events, InstantSource clock) {
        this.appeals = appeals;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Appeal handle(UUID id, RecallNotice notice, String by) {
        var appeal = appeals.lock(id);
        var recall = new Recall(by, clock.instant().truncatedTo(ChronoUnit.MILLIS), notice);
        var recalled = appeal.recall(recall);
        if (recalled.isAfter(appeal)) {
            appeals.save(recalled);
            events.recalled(recalled, recall);
        }
        return recalled;
    }
}
