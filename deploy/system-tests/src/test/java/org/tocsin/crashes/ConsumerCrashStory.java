package org.tocsin.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.faults.Fault;
import org.tocsin.faults.Point;
import org.tocsin.local.Service;

/** A service dies over an event: the event is not lost, and is not acted on twice. */
@ExtendWith(TellsSeed.class)
class ConsumerCrashStory {

    static Stream<Arguments> aroundTheCommitOfADraft() {
        return Seed.around("insert into appeal (");
    }

    static Stream<Arguments> aroundTheCommitOfAPlan() {
        return Seed.around("insert into fan_out (");
    }

    static Stream<Arguments> aroundTheCommitOfAnArchivedEvent() {
        return Seed.around("insert into ledger (");
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("aroundTheCommitOfADraft")
    void alertDiesWhileItDrafts(Point point, Seed seed) {
        var scene = new Scene(seed);
        var incidents = seed.each(scene.story::submitted);
        var drafts = Acts.of(scene.database(Service.ALERT), "select exists (select from appeal where incident_id", 1);
        var fault = scene.database(Service.ALERT).stopAt(Fault.after(seed.below("draft", incidents.size()), point));

        incidents.forEach(scene.story::claimAndVerify);
        scene.dies(Service.ALERT, fault);

        drafts.onceEach(incidents.size(), point);
        scene.oracle.holds(incidents.stream().map(scene.story::fromVerified).toList());
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("aroundTheCommitOfAPlan")
    void notificationDiesWhileItPlans(Point point, Seed seed) {
        var scene = new Scene(seed);
        var plans = Acts.of(scene.database(Service.NOTIFICATION), "insert into fan_out (", 2);
        var fault =
                scene.database(Service.NOTIFICATION).stopAt(Fault.after(seed.below("plan", seed.incidents()), point));

        var issued = scene.issue();
        scene.dies(Service.NOTIFICATION, fault);

        scene.oracle.holds(issued); // what was being sent of another appeal may be there twice
        plans.onceEach(issued.size(), point);
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("aroundTheCommitOfAnArchivedEvent")
    void archiveDiesWhileItKeepsAnEvent(Point point, Seed seed) {
        var scene = new Scene(seed);
        var fault = scene.database(Service.ARCHIVE).stopAt(Fault.after(seed.below("event", 10), point));

        var issued = scene.issue();
        scene.dies(Service.ARCHIVE, fault);

        assertThat(scene.oracle.holds(issued)).as("mails sent twice").isZero();
    }
}
