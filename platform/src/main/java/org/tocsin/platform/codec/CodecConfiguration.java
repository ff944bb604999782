package org.tocsin.platform.codec;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the codec together. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties(RegistryProperties.class)
class CodecConfiguration {

    @Bean
    ReleasedSchemas releasedSchemas() {
        return new ReleasedSchemas();
    }

    @Bean
    SchemaIds schemaIds(RegistryProperties settings, JdbcClient jdbc) {
        return new SchemaIds(new RegistryClient(settings), jdbc);
    }

    @Bean
    EventCodec eventCodec(SchemaIds schemas) {
        return new AvroEventCodec(schemas);
    }
}
