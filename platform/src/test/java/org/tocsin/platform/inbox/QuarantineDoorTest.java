package org.tocsin.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tocsin.embedded.EmbeddedPostgres;
import org.tocsin.platform.TestService;

@SpringBootTest(
        classes = TestService.class,
        properties = {
            "spring.config.import=classpath:platform.yaml",
            "spring.application.name=test-service",
            "management.server.port=0",
            "spring.cloud.function.definition=takeIncident",
            "spring.cloud.stream.bindings.takeIncident-in-0.destination=tocsin.incident.v1",
            "spring.cloud.stream.bindings.takeIncident-in-0.group=test-service",
            "spring.cloud.stream.bindings.takeIncident-in-0.consumer.auto-startup=false"
        })
@AutoConfigureMockMvc
@Import(QuarantineDoorTest.Around.class)
class QuarantineDoorTest {

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        var postgres = EmbeddedPostgres.shared();
        var settings = Map.<String, Object>of(
                "spring.datasource.url",
                postgres.url(postgres.newDatabase()),
                "spring.datasource.username",
                postgres.user(),
                "spring.datasource.password",
                postgres.password(),
                "tocsin.kafka.brokers",
                "127.0.0.1:1",
                "tocsin.registry.url",
                "http://127.0.0.1:1",
                "tocsin.security.issuer-uri",
                "http://127.0.0.1:1");
        settings.forEach((name, value) -> registry.add(name, () -> value));
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Quarantine quarantine;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsTheOperatorWhatWaitsAndWhyWithoutItsContent() {
        var id = quarantined(1);
        var answer = call(HttpMethod.GET, "operator-one", "/api/v1/quarantine");
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.items[0].id").isEqualTo(id.toString());
        assertThat(answer).bodyJson().extractingPath("$.items[0].consumer").isEqualTo("takeIncident");
        assertThat(answer).bodyJson().extractingPath("$.items[0].reason").isEqualTo("NOT_FRAMED");
        assertThat(answer).bodyText().doesNotContain("hidden", "value", "headers");
    }

    @Test
    void redrivesAndTellsWhatCameOfIt() {
        var id = quarantined(2);
        var answer = call(HttpMethod.POST, "operator-one", "/api/v1/quarantine/" + id + "/redrive");
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.result").isEqualTo("STILL_WAITING");
        assertThat(answer).bodyJson().extractingPath("$.waitingAt").isEqualTo(id.toString());
        assertThat(quarantine.find(id))
                .get()
                .extracting(QuarantinedRecord::attempts)
                .isEqualTo(2);
    }

    @Test
    void discardsWithAReasonAndPutsThatOnRecord() {
        var id = quarantined(3);
        assertThat(discard("operator-one", id, "sent by a test of the sender")).hasStatus(204);
        assertThat(quarantine.waiting(null, 100))
                .extracting(QuarantinedRecord::id)
                .doesNotContain(id);
        assertThat(jdbc.sql("select status || ': ' || discard_reason from quarantine where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("DISCARDED: sent by a test of the sender");
        assertThat(audited(id)).containsExactly("QUARANTINE_DISCARDED");
        assertThat(discard("operator-one", id, "once more")).hasStatus(409);
    }

    @Test
    void discardsNothingWithoutAReason() {
        var id = quarantined(4);
        assertThat(discard("operator-one", id, " ")).hasStatus(422);
        assertThat(discard("operator-one", UUID.randomUUID(), "unknown")).hasStatus(404);
        assertThat(discard("verifier-one", id, "not mine to decide")).hasStatus(403);
        assertThat(quarantine.waiting(null, 100))
                .extracting(QuarantinedRecord::id)
                .contains(id);
        assertThat(audited(id)).isEmpty();
    }

    @Test
    void putsARedriveOnRecord() {
        var id = quarantined(5);
        call(HttpMethod.POST, "operator-one", "/api/v1/quarantine/" + id + "/redrive");
        assertThat(audited(id)).containsExactly("QUARANTINE_REDRIVEN");
    }

    @Test
    void anUnknownRecordIsNotFound() {
        var answer = call(HttpMethod.POST, "operator-one", "/api/v1/quarantine/" + UUID.randomUUID() + "/redrive");
        assertThat(answer).hasStatus(404);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("quarantined-record-not-found");
    }

    @Test
    void isForOperatorsOnly() {
        var redrive = "/api/v1/quarantine/" + UUID.randomUUID() + "/redrive";
        assertThat(call(HttpMethod.GET, null, "/api/v1/quarantine")).hasStatus(401);
        assertThat(call(HttpMethod.GET, "verifier-one", "/api/v1/quarantine")).hasStatus(403);
        assertThat(call(HttpMethod.POST, "verifier-one", redrive)).hasStatus(403);
    }

    private UUID quarantined(long offset) {
        var key = UUID.randomUUID().toString();
        var record =
                new ConsumerRecord<>("tocsin.incident.v1", 0, offset, key.getBytes(UTF_8), "hidden".getBytes(UTF_8));
        quarantine.keep("takeIncident", record, PoisonRecord.Reason.NOT_FRAMED, "test");
        return quarantine.waiting(null, 1).getFirst().id();
    }

    /** The actions told of the record; the bytes of an event hold its words as they are. */
    private List<String> audited(UUID id) {
        return jdbc.sql("""
                select action from outbox, unnest(array['QUARANTINE_DISCARDED', 'QUARANTINE_REDRIVEN']) as action
                where topic = 'tocsin.audit.v1' and position(convert_to(action, 'UTF8') in payload) > 0
                  and position(convert_to(:id, 'UTF8') in payload) > 0
                  and position(convert_to('operator-one', 'UTF8') in payload) > 0""")
                .param("id", id.toString())
                .query((row, number) -> Objects.requireNonNull(row.getString("action")))
                .list();
    }

    private MvcTestResult discard(String account, UUID id, String reason) {
        return mvc.post()
                .uri("/api/v1/quarantine/" + id + "/discard")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + account)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\": \"" + reason + "\"}")
                .exchange();
    }

    private MvcTestResult call(HttpMethod method, @Nullable String account, String path) {
        var request = mvc.method(method).uri(path);
        return account == null
                ? request.exchange()
                : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + account).exchange();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Around {

        /** The token is the account, and its role what its name says. */
        @Bean
        JwtDecoder accounts() {
            return token -> Jwt.withTokenValue(token)
                    .header("alg", "none")
                    .subject(token)
                    .claim("roles", List.of(token.split("-", -1)[0].toUpperCase(Locale.ROOT)))
                    .build();
        }
    }
}
