package org.tocsin.archive;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole service on a real PostgreSQL, with Kafka and the registry away; one start for all tests that carry it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ArchiveService.class,
        properties = {
            "management.server.port=0",
            "spring.cloud.stream.bindings.archive-in-0.consumer.auto-startup=false"
        })
@AutoConfigureMockMvc
@Import({TestPeers.class, Topics.class})
public @interface ServiceTest {}
