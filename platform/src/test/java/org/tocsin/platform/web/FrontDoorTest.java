package org.tocsin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.platform.web.FrontDoor.code;
import static org.tocsin.platform.web.FrontDoor.header;
import static org.tocsin.platform.web.FrontDoor.json;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in. */
class FrontDoorTest {

    @SuppressWarnings("NullAway.Init")
    private static FrontDoor door;

    @BeforeAll
    static void open() {
        door = new FrontDoor(new TestIssuer());
    }

    @AfterAll
    static void shut() {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/whoami", "/api/nothing", "/internal/v1/keys/1", "/actuator", "/actuator/health", "/api"
            })
    void asksForATokenAndNeverRedirects(String path) {
        var response = door.send(door.request(path).header("Accept", "text/html"));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(response, "WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(code(response)).isEqualTo("unauthenticated");
    }

    @Test
    void tellsTheHandlerWhoCalls() {
        var response = door.send(door.request("/api/v1/whoami")
                .header("Authorization", "Bearer " + door.issuer.token("both", Role.AUTHOR, Role.APPROVER)));
        assertThat(json(response).path("account").asString()).isEqualTo("both");
        assertThat(json(response).path("roles").toString()).isEqualTo("[\"AUTHOR\",\"APPROVER\"]");
    }

    static Stream<Consumer<JWTClaimsSet.Builder>> whatATokenMustNotBe() {
        return Stream.of(
                claims -> claims.audience("another"),
                claims -> claims.audience((String) null),
                claims -> claims.issuer("http://127.0.0.1:9/other"),
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))),
                claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120))),
                claims -> claims.subject(null),
                claims -> claims.claim("auth_time", null));
    }

    @ParameterizedTest
    @MethodSource("whatATokenMustNotBe")
    void refusesATokenThatBreaksARule(Consumer<JWTClaimsSet.Builder> change) {
        var token = door.issuer.token("verifier-one", change, Role.VERIFIER);
        var response = door.send(door.request("/api/v1/whoami").header("Authorization", "Bearer " + token));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(code(response)).isEqualTo("unauthenticated");
    }

    @Test
    void needsNoLoginTimeOfAPartner() {
        var token = door.issuer.token("partner-one", claims -> claims.claim("auth_time", null), Role.PARTNER);
        assertThat(door.send(door.request("/api/v1/whoami").header("Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesATokenOfAnotherKey() throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(door.issuer.uri())
                .subject("x")
                .audience("tocsin")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        var forged =
                TestIssuer.sign(claims, new RSAKeyGenerator(2048).keyID("test").generate());
        assertThat(door.send(door.request("/api/v1/whoami").header("Authorization", "Bearer " + forged))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesATokenInTheAddress() {
        var token = door.issuer.token("partner-one", Role.PARTNER);
        assertThat(door.send(door.request("/api/v1/whoami?access_token=" + token))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesARoleThatMayNotAndPutsItOnRecordOnce() {
        var audit = door.context.getBean(TestService.AuditLog.class);
        audit.entries.clear();
        for (int attempt = 0; attempt < 3; attempt++) {
            var response = door.send(door.as(Role.ANALYST, "/internal/v1/keys/" + UUID.randomUUID()));
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(code(response)).isEqualTo("forbidden");
        }
        assertThat(audit.entries).containsExactly("some-account|REQUEST|GET /internal/v1/keys/{id}|DENIED");
    }

    @Test
    void opensWhatAServiceDeclaresPublic() {
        assertThat(door.send(door.request("/api/v1/receipts/1")).statusCode()).isEqualTo(200);
    }

    @Test
    void hidesEverythingElse() {
        assertThat(code(door.send(door.request("/somewhere")))).isEqualTo("not-found");
        assertThat(door.send(door.partner("/somewhere")).statusCode()).isEqualTo(403);
    }

    @Test
    void givesBrowsersAPageInTheirLanguage() {
        var response = door.send(door.request("/m/abc")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "ar"));
        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(header(response, "Content-Type")).startsWith("text/html");
        assertThat(response.body()).contains("lang=\"ar\"", "dir=\"rtl\"", "لا يمكن عرض هذه الصفحة");
        assertThat(door.send(door.request("/m/abc").header("Accept", "application/json"))
                        .body())
                .contains("\"code\":\"report-gone\"");
        assertThat(door.send(door.request("/nowhere").header("Accept", "text/html"))
                        .body())
                .contains("This page cannot be shown");
    }

    @Test
    void letsBrowsersLoadOnlyFromHere() {
        var response = door.send(door.request("/m/abc"));
        assertThat(header(response, "Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(header(response, "Cache-Control")).contains("no-store");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(door.send(door.request("/assets/tocsin.css")), "Content-Type"))
                .startsWith("text/css");
    }

    @Test
    void describesItselfWithoutLogin() {
        var description = json(door.send(door.request("/v3/api-docs")));
        assertThat(description.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(description
                        .at(
                                "/paths/~1api~1v1~1reports/post/responses/default/content/application~1problem+json/schema/$ref")
                        .asString())
                .endsWith("Problem");
        assertThat(description.at("/paths/~1api~1v1~1whoami/get/parameters").isMissingNode())
                .isTrue();
        assertThat(description
                        .at("/paths/~1api~1v1~1receipts~1{receipt}/get/security")
                        .isMissingNode())
                .isTrue();
        assertThat(door.send(door.request("/swagger-ui/index.html")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsHealthAndMetricsOnThePortForManagementAlone() {
        assertThat(door.send(door.management("/actuator/health")).statusCode()).isEqualTo(200);
        assertThat(door.send(door.management("/actuator/health/liveness")).statusCode())
                .isEqualTo(200);
        assertThat(door.send(door.management("/actuator/prometheus")).body()).contains("jvm_memory_used_bytes");
        for (var hidden : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator", "/api/v1/whoami"}) {
            assertThat(door.send(door.management(hidden)).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void answersPostsWithoutTokenLikeEverythingElse() {
        assertThat(door.send(door.request("/api/v1/reports").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(401);
    }
}
