package org.tocsin.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stories.Stage.eventually;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Service;
import tools.jackson.databind.JsonNode;

/** Records nobody can act on are kept and stop nobody else. */
class PoisonStory {

    private static final Map<String, List<Service>> ACTING = Map.of(
            "tocsin.incident.v1", List.of(Service.ALERT),
            "tocsin.appeal.v1", List.of(Service.INTAKE, Service.NOTIFICATION),
            "tocsin.delivery.v1", List.of(),
            "tocsin.member.v1", List.of(),
            "tocsin.audit.v1", List.of());

    private final LocalStack stack = Stage.stack();

    @Test
    void aPoisonRecordOnEachTopicIsQuarantinedOncePerConsumerAndOtherKeysGoOn() throws Exception {
        var key = UUID.randomUUID().toString();
        var undecodedBefore = undecoded();
        for (var topic : Topic.ALL) {
            topic(topic).put(key, "no event".getBytes(StandardCharsets.UTF_8), envelope(key, 1));
        }

        var issued = Story.of(stack.doors()).toIssue();

        eventually(
                "the appeal planned behind the poison",
                () -> stack.doors().reach("operator-one", issued.appealId()),
                body -> body.path("members").asInt() == 311);
        for (var acting : ACTING.entrySet()) {
            for (var service : acting.getValue()) {
                eventually(
                        "quarantined at " + service, () -> waiting(service, key).size() == 1);
                assertThat(waiting(service, key).getFirst().path("topic").asString())
                        .isEqualTo(acting.getKey());
            }
        }
        eventually("kept undecoded by the archive", () -> undecoded() == undecodedBefore + Topic.ALL.size());
        assertThat(stack.doors().metrics(Service.ALERT.port(stack.ports())))
                .containsPattern("tocsin_quarantine_records\\{[^}]*consumer=\"openAppeal\"[^}]*} [1-9]");
    }

    @Test
    void aRedriveActsOnWhatWaitedBehindInOrder() throws Exception {
        var story = Story.of(stack.doors());
        var incidentId = story.submitted();
        var unheardOf = nextSchemaId();
        topic("tocsin.incident.v1").put(incidentId, framed(unheardOf), envelope(incidentId, 1));
        eventually(
                "the record is quarantined",
                () -> waiting(Service.ALERT, incidentId).size() == 1);
        story.claimAndVerify(incidentId);
        eventually(
                "the verification waits behind it",
                () -> waiting(Service.ALERT, incidentId).size() >= 2);
        assertThat(stack.doors().appealsOf("author-one", incidentId).expect(200).path("items"))
                .isEmpty();

        registerUntilKnown(unheardOf);
        var first = waiting(Service.ALERT, incidentId).stream()
                .filter(record -> record.path("status").asString().equals("QUARANTINED"))
                .findFirst()
                .orElseThrow();
        var redriven = stack.doors()
                .redrive(Service.ALERT.port(stack.ports()), first.path("id").asString())
                .expect(200);

        assertThat(redriven.path("result").asString()).isEqualTo("REDRIVEN");
        assertThat(waiting(Service.ALERT, incidentId)).isEmpty();
        assertThat(story.drafted(incidentId).path("incidentId").asString()).isEqualTo(incidentId);
    }

    private List<JsonNode> waiting(Service service, String key) {
        var items = stack.doors()
                .quarantine(service.port(stack.ports()))
                .expect(200)
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(record -> record.path("key").asString("").equals(key))
                .toList();
    }

    private long undecoded() {
        try (var connection = stack.database(Service.ARCHIVE);
                var rows = connection.createStatement().executeQuery("select count(*) from ledger where not decoded")) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An id the registry will give out next, or soon. */
    private int nextSchemaId() {
        return stack.registry().register("story-next-" + UUID.randomUUID(), claimReleased("probe")) + 1;
    }

    private void registerUntilKnown(int id) {
        var given = 0;
        while (given < id) {
            given = stack.registry()
                    .register(
                            "story-" + UUID.randomUUID(),
                            claimReleased(UUID.randomUUID().toString()));
        }
        assertThat(given).isEqualTo(id);
    }

    /** A contract the service knows, but with another text, so that it gets an id of its own. */
    private static String claimReleased(String doc) {
        return """
                {"type":"record","name":"IncidentClaimReleased","namespace":"org.tocsin.schemas.incident","doc":"%s",
                 "fields":[{"name":"incidentId","type":{"type":"string","logicalType":"uuid"}},
                  {"name":"version","type":"long"},
                  {"name":"releasedAt","type":{"type":"long","logicalType":"timestamp-millis"}},
                  {"name":"releasedBy","type":"string"}]}""".formatted(doc);
    }

    /** An IncidentClaimReleased, in Avro binary: uuid, version 1, the epoch, "x". */
    private static byte[] framed(int schemaId) {
        var uuid = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(5 + 1 + uuid.length + 1 + 1 + 2)
                .put((byte) 0)
                .putInt(schemaId)
                .put((byte) (uuid.length * 2))
                .put(uuid)
                .put((byte) 2)
                .put((byte) 0)
                .put((byte) 2)
                .put((byte) 'x')
                .array();
    }

    private static Map<String, String> envelope(String key, int version) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                "org.tocsin.schemas.incident.IncidentClaimReleased",
                "ce_source",
                "/story",
                "ce_time",
                Instant.now().toString(),
                "ce_subject",
                key,
                "ce_version",
                Integer.toString(version));
    }

    private Topic topic(String name) {
        return new Topic(stack.kafka().brokers(), name);
    }
}
