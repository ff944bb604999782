package org.tocsin.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.faults.Fault;
import org.tocsin.faults.Point.AfterCommit;
import org.tocsin.local.Service;

/** What the services need dies in the middle of a fan-out. */
@ExtendWith(TellsSeed.class)
class PeerCrashStory {

    static Stream<Seed> seeds() {
        return Seed.all();
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("seeds")
    void theBrokerIsKilledInTheMiddleOfAFanOutAndAReportComesInWithoutIt(Seed seed) {
        var scene = new Scene(seed);
        var fault = scene.proxies.mail().stopAt(scene.afterSomeMail());

        var issued = new ArrayList<>(scene.issue());
        fault.awaitReached();
        scene.stack.kafka().kill();
        fault.goOn();
        var tried = scene.database(Service.INTAKE)
                .stopAt(Fault.at(new AfterCommit("from outbox where published_at is null order by seq")));
        var withoutBroker = scene.story.submitted();
        tried.awaitReached(); // in vain
        tried.goOn();
        scene.stack.kafka().restart();
        issued.add(scene.story.fromReport(withoutBroker));

        assertThat(scene.oracle.holds(issued)).as("mails sent twice").isZero();
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("seeds")
    void postgresqlIsKilledInTheMiddleOfAFanOut(Seed seed) {
        var scene = new Scene(seed);
        var fault = scene.proxies.mail().stopAt(scene.afterSomeMail());

        var issued = scene.issue();
        fault.awaitReached();
        scene.stack.postgres().kill();
        fault.goOn();
        scene.stack.postgres().restart();

        assertThat(scene.oracle.holds(issued)).as("mails sent twice").isZero();
    }
}
