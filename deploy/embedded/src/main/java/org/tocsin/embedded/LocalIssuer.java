package org.tocsin.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID Connect issuer on loopback with the accounts of the local stack. A program gets a token by client
 * credentials over HTTP Basic; a person logs in with the same name and password. All of them share one well-known
 * secret, so it is for one machine only.
 *
 * <p>Whoever uses it needs {@code spring-boot-starter-security-oauth2-authorization-server} on the class path.
 */
public final class LocalIssuer implements AutoCloseable {
    /** The secret of every client and the password of every person. */
    public static final String SECRET = "local-only";

    /** What tokens are for. */
    public static final String AUDIENCE = "tocsin";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AnnotationConfigServletWebServerApplicationContext context;
    private final int port;

    private LocalIssuer(AnnotationConfigServletWebServerApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /** On the given port, or a free one for 0, with a key that is gone when it stops. */
    public static LocalIssuer start(int port) {
        return start(null, port, List.of());
    }

    /**
     * @param data where the key stays, so that tokens outlive a new start; null: a new key
     * @param port 0: a free one
     * @param redirects where a person who has logged in may be sent back to
     */
    public static LocalIssuer start(@Nullable Path data, int port, List<String> redirects) {
        var actual = Loopback.port(port);
        // Not a Spring Boot application: in the JVM of a test it would read the settings of the application under test.
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean(TomcatServletWebServerFactory.class, () -> server(actual));
        context.registerBean(
                AuthorizationServerSettings.class,
                () -> AuthorizationServerSettings.builder()
                        .issuer(issuerUri(actual))
                        .build());
        context.registerBean(SigningKey.class, () -> SigningKey.in(data));
        context.registerBean(Accounts.class, () -> new Accounts(redirects));
        context.register(IssuerConfiguration.class);
        try {
            context.refresh();
        } catch (WebServerException | ApplicationContextException e) {
            context.close();
            throw new PeerFailed("The issuer could not start on port %d: %s"
                    .formatted(
                            actual, NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
        }
        return new LocalIssuer(context, actual);
    }

    /** The names that can log in and get tokens. */
    public static List<String> accounts() {
        return Accounts.PEOPLE;
    }

    public String issuerUri() {
        return issuerUri(port);
    }

    public int port() {
        return port;
    }

    /** A new access token of an account. */
    public String token(String account) {
        var basic = Base64.getEncoder().encodeToString((account + ":" + SECRET).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(URI.create(issuerUri() + "/oauth2/token"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException(
                        "no token for %s: the issuer answered %d".formatted(account, answer.statusCode()));
            }
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .required("access_token")
                    .asString();
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerFailed("interrupted while the issuer answered");
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static String issuerUri(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static TomcatServletWebServerFactory server(int port) {
        var server = new TomcatServletWebServerFactory(port);
        server.setAddress(InetAddress.getLoopbackAddress());
        server.getSettings()
                .setRegisterDefaultServlet(true); // Tomcat asks the filters only if there is a servlet behind them
        server.getSettings().getSession().getCookie().setName("TOCSIN_ISSUER");
        return server;
    }
}
