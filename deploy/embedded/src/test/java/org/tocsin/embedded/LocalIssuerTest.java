package org.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import tools.jackson.databind.json.JsonMapper;

class LocalIssuerTest {
    @Test
    void saysWhoItIsForAndWhatTheyMay() {
        try (var issuer = LocalIssuer.start(0)) {
            var token = verified(issuer, issuer.token("member-admin-one"));
            assertThat(token.getSubject()).isEqualTo("member-admin-one");
            assertThat(token.getAudience()).containsExactly("tocsin");
            assertThat(token.getClaimAsStringList("roles")).containsExactly("MEMBER_ADMIN");
            assertThat(token.getClaimAsInstant("auth_time"))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
            assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt()))
                    .isEqualTo(Duration.ofHours(1));
            assertThat(verified(issuer, issuer.token("alert-service")).getClaimAsStringList("roles"))
                    .containsExactly("SERVICE");
        }
    }

    @Test
    void knowsNobodyElse() {
        try (var issuer = LocalIssuer.start(0)) {
            assertThatThrownBy(() -> issuer.token("partner-three")).hasMessageContaining("401");
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        try (var first = LocalIssuer.start(0)) {
            assertThatThrownBy(() -> LocalIssuer.start(first.port()))
                    .isInstanceOf(PeerFailed.class)
                    .hasMessageContaining(Integer.toString(first.port()));
        }
    }

    @Test
    void givesEveryAccountItsRole() {
        try (var issuer = LocalIssuer.start(0)) {
            for (var account : LocalIssuer.accounts()) {
                var name = account.toUpperCase(Locale.ROOT).replace('-', '_');
                assertThat(verified(issuer, issuer.token(account)).getClaimAsStringList("roles"))
                        .singleElement()
                        .satisfies(role -> assertThat(name).matches(role + "_(ONE|TWO)"));
            }
        }
    }

    @Test
    void keepsItsKeyThroughANewStart(@TempDir Path data) {
        String token;
        int port;
        try (var issuer = LocalIssuer.start(data, 0, List.of())) {
            port = issuer.port();
            token = issuer.token("partner-one");
        }
        try (var issuer = LocalIssuer.start(data, port, List.of())) {
            assertThat(verified(issuer, token).getSubject()).isEqualTo("partner-one");
        }
    }

    @Test
    void logsAPersonInAndSendsThemBackWithACode() throws Exception {
        var back = "http://127.0.0.1:1/login/oauth2/code/tocsin";
        try (var issuer = LocalIssuer.start(null, 0, List.of(back));
                var http = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .build()) {
            var challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
            var authorize = issuer.issuerUri()
                    + "/oauth2/authorize?response_type=code&client_id=console&scope=openid&state=s&redirect_uri=" + back
                    + "&code_challenge_method=S256&code_challenge=" + challenge;
            assertThat(get(http, authorize).headers().firstValue("Location").orElse(""))
                    .endsWith("/login");
            var page = get(http, issuer.issuerUri() + "/login").body();
            var csrf = page.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
            var login = HttpRequest.newBuilder(URI.create(issuer.issuerUri() + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "username=verifier-one&password=local-only&_csrf=" + csrf))
                    .build();
            http.send(login, BodyHandlers.discarding());
            assertThat(get(http, authorize).headers().firstValue("Location").orElse(""))
                    .startsWith(back + "?code=");
        }
    }

    @Test
    void tellsItsAddressesWhereClientsLook() throws Exception {
        try (var issuer = LocalIssuer.start(0);
                var http = HttpClient.newHttpClient()) {
            var discovery = JsonMapper.shared()
                    .readTree(get(http, issuer.issuerUri() + "/.well-known/openid-configuration")
                            .body());
            assertThat(discovery.get("issuer").asString()).isEqualTo(issuer.issuerUri());
            assertThat(discovery.get("token_endpoint").asString()).isEqualTo(issuer.issuerUri() + "/oauth2/token");
        }
    }

    private static Jwt verified(LocalIssuer issuer, String token) {
        return JwtDecoders.fromIssuerLocation(issuer.issuerUri()).decode(token);
    }

    private static HttpResponse<String> get(HttpClient http, String uri) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(uri))
                .header("Accept", "text/html")
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
