package org.tocsin.alert;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.tocsin.alert.clause.ClauseLibrary;
import org.tocsin.platform.web.PublicPaths;

@SpringBootApplication
@ConfigurationPropertiesScan
public class AlertService {

    public static void main(String[] args) {
        SpringApplication.run(AlertService.class, args);
    }

    @Bean
    PublicPaths publicPaths() {
        return PublicPaths.of("/verify/{reference}");
    }

    /** Its sentences are read once, at the start, so that a broken one stops it. */
    @Bean
    ClauseLibrary clauseLibrary() {
        return new ClauseLibrary();
    }
}
