package org.tocsin.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who the local issuer knows. The name tells the role: {@code member-admin-one} is a MEMBER_ADMIN. */
record Accounts(List<String> redirects) {
    static final List<String> PEOPLE = List.of(
            "partner-one",
            "partner-two",
            "verifier-one",
            "verifier-two",
            "author-one",
            "translator-one",
            "approver-one",
            "approver-two",
            "custodian-one",
            "member-admin-one",
            "partner-admin-one",
            "operator-one",
            "auditor-one",
            "analyst-one");

    private static final Set<String> SERVICES = Set.of("alert-service", "notification-service", "archive-service");

    /** What a service's pages log people in as. */
    private static final String CONSOLE = "console";

    private static final Duration VALIDITY = Duration.ofHours(1);

    static String roleOf(String account) {
        return SERVICES.contains(account)
                ? "SERVICE"
                : account.replaceFirst("-(one|two)$", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    List<RegisteredClient> clients() {
        var programs = Stream.concat(PEOPLE.stream(), SERVICES.stream()).map(Accounts::program);
        return redirects.isEmpty()
                ? programs.toList()
                : Stream.concat(programs, Stream.of(console())).toList();
    }

    UserDetails[] people() {
        return PEOPLE.stream()
                .map(name -> User.withUsername(name)
                        .password(LocalIssuer.SECRET)
                        .roles(roleOf(name))
                        .build())
                .toArray(UserDetails[]::new);
    }

    private static RegisteredClient program(String name) {
        return client(name)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private RegisteredClient console() {
        return client(CONSOLE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(redirects))
                .scope("openid")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private static RegisteredClient.Builder client(String name) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret(LocalIssuer.SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(VALIDITY).build());
    }
}
