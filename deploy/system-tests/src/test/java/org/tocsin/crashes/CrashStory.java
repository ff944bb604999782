package org.tocsin.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.faults.Fault;
import org.tocsin.faults.Point;
import org.tocsin.faults.Point.AfterCommit;
import org.tocsin.faults.Point.AfterData;
import org.tocsin.faults.Point.BeforeCommit;
import org.tocsin.faults.Point.BeforeStatement;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Service;
import org.tocsin.stories.Stage;
import org.tocsin.stories.Story;

/** Whatever dies, and at whatever point: nothing is lost, and nothing happens twice. */
class CrashStory {

    private static final int IN_THE_MIDDLE = 40;

    private final LocalStack stack = Stage.stack();
    private final Oracle oracle = Oracle.of(stack);
    private final Story story = Story.of(stack.doors());

    static Point[] aroundTheCommitOfAReport() {
        return around("insert into incident (");
    }

    static Point[] aroundTheCommitOfADraft() {
        return around("insert into appeal (");
    }

    static Point[] aroundTheCommitOfAPlan() {
        return around("insert into fan_out (");
    }

    static Point[] aroundTheCommitOfAnArchivedEvent() {
        return around("insert into ledger (");
    }

    @ParameterizedTest
    @MethodSource("aroundTheCommitOfAReport")
    void intakeDiesWhileAReportComesInAndThePartnerSendsItAgain(Point point) {
        var key = UUID.randomUUID().toString();
        var before = oracle.count(Service.INTAKE, "select count(*) from incident");
        var fault = Stage.proxies().database(Service.INTAKE).stopAt(Fault.at(point));
        var first = CompletableFuture.runAsync(() -> stack.doors().submit("partner-one", key, story.report()));

        dies(Service.INTAKE, fault);
        assertThat(first).failsWithin(Stage.PATIENCE);
        var incidentId = stack.doors()
                .submit("partner-one", key, story.report())
                .expect(202)
                .path("incidentId")
                .asString();

        assertThat(oracle.count(Service.INTAKE, "select count(*) from incident"))
                .isEqualTo(before + 1);
        oracle.holds(story.fromReport(incidentId));
    }

    @Test
    void theRelayDiesAfterKafkaHasAnEventAndBeforeItIsMarked() {
        var incidentId = story.submitted();
        stack.doors().claim("verifier-one", incidentId).expect(200);
        eventually("everything has left", () -> pending() == 0);
        var fault = Stage.proxies()
                .database(Service.INTAKE)
                .stopAt(Fault.at(new BeforeStatement("update outbox set published_at")));

        stack.doors().verify("verifier-one", incidentId, story.verified()).expect(200);
        fault.awaitReached();
        story.drafted(incidentId);
        dies(Service.INTAKE, fault);
        eventually("everything has left", () -> pending() == 0);

        oracle.holds(story.fromVerified(incidentId));
    }

    @ParameterizedTest
    @MethodSource("aroundTheCommitOfADraft")
    void alertDiesWhileItDrafts(Point point) {
        var incidentId = story.submitted();
        var fault = Stage.proxies().database(Service.ALERT).stopAt(Fault.at(point));

        story.claimAndVerify(incidentId);
        dies(Service.ALERT, fault);

        oracle.holds(story.fromVerified(incidentId));
    }

    @ParameterizedTest
    @MethodSource("aroundTheCommitOfAPlan")
    void notificationDiesWhileItPlans(Point point) {
        var fault = Stage.proxies().database(Service.NOTIFICATION).stopAt(Fault.at(point));

        var issued = story.toIssue();
        dies(Service.NOTIFICATION, fault);

        assertThat(oracle.holds(issued)).as("messages sent twice").isZero();
    }

    @Test
    void notificationDiesAfterAMessageIsTakenAndBeforeItKnows() {
        var fault = Stage.proxies().mail().stopAt(Fault.after(IN_THE_MIDDLE, new AfterData()));

        var issued = story.toIssue();
        dies(Service.NOTIFICATION, fault);

        oracle.holds(issued);
    }

    @ParameterizedTest
    @MethodSource("aroundTheCommitOfAnArchivedEvent")
    void archiveDiesWhileItKeepsAnEvent(Point point) {
        var fault = Stage.proxies().database(Service.ARCHIVE).stopAt(Fault.at(point));

        var issued = story.toIssue();
        dies(Service.ARCHIVE, fault);

        oracle.holds(issued);
    }

    @Test
    void theBrokerIsKilledInTheMiddleOfAFanOut() {
        var fault = Stage.proxies().mail().stopAt(Fault.after(IN_THE_MIDDLE, new AfterData()));

        var issued = story.toIssue();
        fault.awaitReached();
        stack.kafka().kill();
        fault.goOn();
        stack.kafka().restart();

        assertThat(oracle.holds(issued)).as("messages sent twice").isZero();
    }

    @Test
    void postgresqlIsKilledInTheMiddleOfAFanOut() {
        var fault = Stage.proxies().mail().stopAt(Fault.after(IN_THE_MIDDLE, new AfterData()));

        var issued = story.toIssue();
        fault.awaitReached();
        stack.postgres().kill();
        fault.goOn();
        stack.postgres().restart();

        oracle.holds(issued);
    }

    private void dies(Service service, Fault fault) {
        fault.awaitReached();
        stack.kill(service);
        fault.cut();
        stack.start(service);
    }

    private long pending() {
        return oracle.count(Service.INTAKE, "select count(*) from outbox where published_at is null");
    }

    private static Point[] around(String statement) {
        return new Point[] {new BeforeCommit(statement), new AfterCommit(statement)};
    }
}
