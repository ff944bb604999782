package org.tocsin.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Spring's authorization server with the accounts of the local stack, and nothing else of Spring. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class IssuerConfiguration {
    @Bean
    SecurityFilterChain everything(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .exceptionHandling(problems -> problems.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    RegisteredClientRepository clients(Accounts accounts) {
        return new SharedSecretClients(accounts.clients());
    }

    @Bean
    UserDetailsService people(Accounts accounts) {
        return new InMemoryUserDetailsManager(accounts.people());
    }

    @Bean
    JWKSource<SecurityContext> keys(SigningKey signingKey) {
        return new ImmutableJWKSet<>(new JWKSet(signingKey.key()));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /** A program has no login of its own, so its token tells the time it was given as the time of the login. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return token -> {
            var login = Objects.requireNonNull(token.<Authentication>getPrincipal());
            if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                token.getClaims().audience(List.of(LocalIssuer.AUDIENCE));
            }
            token.getClaims()
                    .claim("roles", List.of(Accounts.roleOf(login.getName())))
                    .claims(claims ->
                            claims.putIfAbsent("auth_time", Instant.now().getEpochSecond()));
        };
    }

    /** The one secret is public, so hashing it would only cost time. */
    @Bean
    PasswordEncoder secrets() {
        return new PasswordEncoder() {
            @Override
            public String encode(@Nullable CharSequence secret) {
                return Objects.requireNonNull(secret).toString();
            }

            @Override
            public boolean matches(@Nullable CharSequence given, @Nullable String expected) {
                return given != null
                        && expected != null
                        && MessageDigest.isEqual(given.toString().getBytes(UTF_8), expected.getBytes(UTF_8));
            }
        };
    }
}
