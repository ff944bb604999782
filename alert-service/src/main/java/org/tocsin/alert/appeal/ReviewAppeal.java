package org.tocsin.alert.appeal;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An author asks for an approval, or an approver sends the appeal back. */
@Service
class ReviewAppeal {

    private final JdbcAppeals appeals;
    private final AppealEvents events;
    private final InstantSource clock;

    ReviewAppeal(JdbcAppeals appeals, AppealEvents events, InstantSource clock) {
        this.appeals = appeals;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Appeal request(UUID id, String by) {
        var request = new Act(by, clock.instant());
        var inReview = appeals.lock(id).requestReview(request);
        appeals.save(inReview);
        events.reviewRequested(inReview, request);
        return inReview;
    }

    @Transactional
    public Appeal requestChanges(UUID id, String by) {
        var sentBack = appeals.lock(id).requestChanges();
        appeals.save(sentBack);
        events.changesRequested(sentBack, new Act(by, clock.instant()));
        return sentBack;
    }
}
