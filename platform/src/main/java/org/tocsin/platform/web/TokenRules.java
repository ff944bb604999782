package org.tocsin.platform.web;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a token must say beyond issuer, signature and time. */
final class TokenRules implements OAuth2TokenValidator<Jwt> {

    static final String AUDIENCE = "tocsin";

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        if (token.getAudience() == null || !token.getAudience().contains(AUDIENCE)) {
            return refused("the token is for another audience");
        }
        if (token.getSubject() == null || token.getSubject().isBlank()) {
            return refused("the token names no account");
        }
        if (roles(token).stream().anyMatch(Role::isStaff) && !token.hasClaim("auth_time")) {
            return refused("a token of staff tells when the person logged in");
        }
        return OAuth2TokenValidatorResult.success();
    }

    /** The roles we know among those the token carries. */
    static Set<Role> roles(Jwt token) {
        var names = token.getClaim("roles") instanceof Collection<?> several ? several : List.of();
        return names.stream()
                .flatMap(name -> known(String.valueOf(name)).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    static Collection<GrantedAuthority> authorities(Jwt token) {
        return roles(token).stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    static Optional<Role> known(String name) {
        return Stream.of(Role.values()).filter(role -> role.name().equals(name)).findFirst();
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
    }
}
