package org.tocsin.platform.observability;

import io.micrometer.observation.ObservationFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Keeps what belongs to people out of traces. */
@AutoConfiguration
class ObservabilityAutoConfiguration {

    /** A path may hold a member's link or a receipt; the pattern of it ({@code uri}) is enough. */
    @Bean
    ObservationFilter withoutPaths() {
        return context -> context.removeHighCardinalityKeyValue("http.url");
    }
}
