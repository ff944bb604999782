package org.tocsin.platform.web;

import static org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** What a browser is told: load only from here, run no inline script, keep nothing, tell nobody where you came from. */
final class SecurityHeaders {

    private static final String POLICY = "Content-Security-Policy";
    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src %s; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void write(HeadersConfigurer<HttpSecurity> headers) {
        var swagger = PathPatternRequestMatcher.pathPattern("/swagger-ui/**");
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(policy -> policy.policy(SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                // Swagger's page styles its elements from script
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        swagger, new StaticHeadersWriter(POLICY, STRICT.formatted("'self' 'unsafe-inline'"))))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(swagger),
                        new StaticHeadersWriter(POLICY, STRICT.formatted("'self'"))));
    }
}
