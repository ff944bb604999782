package org.tocsin.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.faults.Fault;
import org.tocsin.faults.Point;
import org.tocsin.faults.Point.AfterData;
import org.tocsin.faults.Point.BeforeValues;
import org.tocsin.local.Service;
import org.tocsin.stories.Story;

/** notification-service dies while it sends: only what was under its hands may be sent twice. */
@ExtendWith(TellsSeed.class)
class SenderCrashStory {

    private static final String HELD = "select count(*) from delivery where status = 'SENDING'";
    private static final String UNSETTLED =
            "select count(*) from delivery where status in ('PLANNED', 'SENDING', 'DEFERRED', 'IN_DOUBT')";

    /** What is lost is doubted before each look for what is due. */
    private static final Point LOOKS_FOR_MAIL = new BeforeValues("string_agg(distinct d.document", "EMAIL");

    static Stream<Seed> seeds() {
        return Seed.all();
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("seeds")
    void notificationDiesAfterAMessageIsTakenAndBeforeItKnows(Seed seed) {
        var scene = new Scene(seed);
        var fault = scene.proxies.mail().stopAt(scene.afterSomeMail());

        var issued = scene.issue();
        scene.dies(Service.NOTIFICATION, fault);

        assertThat(scene.oracle.holds(issued)).as("mails sent twice").isPositive();
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("seeds")
    void aSenderTakesOverWhatADeadOneHeldAndNotBeforeItsLeaseIsOver(Seed seed) {
        var scene = new Scene(seed);
        var database = scene.database(Service.NOTIFICATION);
        var verified = seed.each(scene.story::submitted);
        verified.forEach(scene.story::claimAndVerify);
        var issued = new ArrayList<Story.Issued>();
        try (var other = AnotherInstance.of(scene, Service.NOTIFICATION)) {
            var held = other.mail().stopAt(Fault.after(seed.below("row", Scene.MAILS), new AfterData()));
            var standsBack = database.stopAt(Fault.at(LOOKS_FOR_MAIL));
            standsBack.awaitReached();
            verified.forEach(id -> issued.add(scene.story.fromVerified(id)));
            held.awaitReached();
            standsBack.goOn();

            eventually(
                    "all is planned, and sent but what the other sender holds",
                    () -> issued.stream().allMatch(scene.oracle::isPlanned) && unsettled(scene) <= 1);
            var looks = database.count(LOOKS_FOR_MAIL);
            eventually("this one has looked for what is due", () -> looks.times() > 2);
            assertThat(scene.books.count(Service.NOTIFICATION, HELD))
                    .as("rows the other sender holds")
                    .isOne();
        }

        assertThat(scene.oracle.holds(issued)).as("mails sent twice").isOne();
    }

    private static long unsettled(Scene scene) {
        return scene.books.count(Service.NOTIFICATION, UNSETTLED);
    }
}
