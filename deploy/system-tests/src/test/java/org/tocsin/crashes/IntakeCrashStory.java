package org.tocsin.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.faults.Fault;
import org.tocsin.faults.Point;
import org.tocsin.faults.Point.AfterProduce;
import org.tocsin.faults.Point.BeforeStatement;
import org.tocsin.local.Service;
import org.tocsin.stories.Stage;

/** intake-service dies: what it accepted is kept, what it did not accept the partner sends again. */
@ExtendWith(TellsSeed.class)
class IntakeCrashStory {

    private static final String EXISTS = "select exists (select from appeal where incident_id";

    static Stream<Arguments> aroundTheCommitOfAReport() {
        return Seed.around("insert into incident (");
    }

    static Stream<Seed> seeds() {
        return Seed.all();
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("aroundTheCommitOfAReport")
    void intakeDiesWhileReportsComeInAndThePartnersSendThemAgain(Point point, Seed seed) {
        var scene = new Scene(seed);
        var keys = seed.each(() -> UUID.randomUUID().toString());
        var before = scene.books.count(Service.INTAKE, "select count(*) from incident");
        var fault = scene.database(Service.INTAKE).stopAt(Fault.after(seed.below("report", keys.size()), point));

        var first = keys.stream()
                .map(key -> CompletableFuture.supplyAsync(() -> submitted(scene, key)))
                .toList();
        scene.dies(Service.INTAKE, fault);
        var accepted = first.stream().map(IntakeCrashStory::orNothing).toList();
        assertThat(accepted).as("the one that was stopped got no answer").contains("");
        var incidents = keys.stream().map(key -> submitted(scene, key)).toList();

        assertThat(scene.books.count(Service.INTAKE, "select count(*) from incident"))
                .as("incidents")
                .isEqualTo(before + keys.size());
        assertThat(incidents).as("incidents whose report was accepted before").containsAll(answered(accepted));
        scene.oracle.holds(incidents.stream().map(scene.story::fromReport).toList());
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("seeds")
    void theRelayDiesAfterKafkaHasAnEventAndBeforeItIsMarked(Seed seed) {
        var scene = new Scene(seed);
        var incidents = seed.each(scene.story::submitted);
        var hit = seed.below("verification", incidents.size());
        var drafts = Acts.of(scene.database(Service.ALERT), EXISTS, 1);
        incidents.forEach(id -> claim(scene, id));
        verify(scene, incidents.subList(0, hit));
        scene.settle();
        var fault =
                scene.database(Service.INTAKE).stopAt(Fault.at(new BeforeStatement("update outbox set published_at")));

        verify(scene, incidents.subList(hit, hit + 1));
        fault.awaitReached();
        scene.story.drafted(incidents.get(hit));
        verify(scene, incidents.subList(hit + 1, incidents.size()));
        scene.dies(Service.INTAKE, fault);
        scene.settle();

        drafts.onceEachThoughOneIsRepeated(incidents.size());
        scene.oracle.holds(incidents.stream().map(scene.story::fromVerified).toList());
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("seeds")
    void theBrokersAnswerIsLostAndTheEventIsNotThereTwice(Seed seed) {
        var scene = new Scene(seed);
        var incidents = seed.each(scene.story::submitted);
        var hit = seed.below("verification", incidents.size());
        var drafts = Acts.of(scene.database(Service.ALERT), EXISTS, 1);
        incidents.forEach(id -> claim(scene, id));
        verify(scene, incidents.subList(0, hit));
        scene.settle();
        var fault = scene.proxies.kafka().stopAt(Fault.at(new AfterProduce("IncidentVerified")));

        verify(scene, incidents.subList(hit, incidents.size()));
        fault.awaitReached();
        fault.cut();
        scene.settle();

        var issued = incidents.stream().map(scene.story::fromVerified).toList();
        scene.oracle.holds(issued);
        assertThat(drafts.decided().times()).as("verifications handed over").isEqualTo(incidents.size());
    }

    private static void claim(Scene scene, String incidentId) {
        scene.stack.doors().claim("verifier-one", incidentId).expect(200);
    }

    private static void verify(Scene scene, List<String> incidents) {
        incidents.forEach(id -> scene.stack
                .doors()
                .verify("verifier-one", id, scene.story.verified())
                .expect(200));
    }

    private static String submitted(Scene scene, String key) {
        return scene.stack
                .doors()
                .submit("partner-one", key, scene.story.report())
                .expect(202)
                .path("incidentId")
                .asString();
    }

    private static String orNothing(CompletableFuture<String> call) {
        return call.exceptionally(failure -> "")
                .orTimeout(Stage.PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    private static List<String> answered(List<String> accepted) {
        return accepted.stream().filter(id -> !id.isEmpty()).toList();
    }
}
