package org.tocsin.intake.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether two bodies are the same report: order, white space and absent properties do not count. Independent of the
 * service's own JSON settings, since digests live for weeks.
 */
@Component
class CanonicalBody {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final KeyedDigest digest;

    CanonicalBody(KeyedDigest digest) {
        this.digest = digest;
    }

    byte[] digest(IncidentRequest body) {
        return digest.of("body", CANONICAL.writeValueAsBytes(body));
    }
}
