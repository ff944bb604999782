package org.tocsin.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import org.tocsin.faults.Point;
import org.tocsin.faults.Point.AfterCommit;
import org.tocsin.faults.Point.BeforeStatement;
import org.tocsin.faults.Proxy;
import org.tocsin.faults.Tally;

/**
 * What a service's consumer did with the events it was handed, told from its conversation with its database.
 *
 * @param decided events decided about for good, by acting on them or by knowing them already
 * @param begun acts that were begun
 * @param eventsEach events decided about for each act, such as one to remember and one to act on
 */
record Acts(Tally decided, Tally begun, int eventsEach) {

    /** @param statement the first of an act */
    static Acts of(Proxy database, String statement, int eventsEach) {
        return new Acts(
                database.count(new AfterCommit("pg_advisory_xact_lock(hashtextextended")),
                database.count(new BeforeStatement(statement)),
                eventsEach);
    }

    /** One event was handed over again after a death; only if that undid what was done about it, it is acted on again. */
    void onceEach(int acts, Point death) {
        if (death instanceof AfterCommit) {
            onceEachThoughOneIsRepeated(acts);
        } else {
            hold(acts * eventsEach, acts + 1);
        }
    }

    void onceEachThoughOneIsRepeated(int acts) {
        hold(acts * eventsEach + 1, acts);
    }

    private void hold(int events, int acts) {
        eventually("%d events are decided about".formatted(events), () -> decided.times() >= events);
        assertThat(begun.times())
                .as("acts begun on %d events handed over", events)
                .isEqualTo(acts);
    }
}
