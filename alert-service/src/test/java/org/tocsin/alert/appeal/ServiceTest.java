package org.tocsin.alert.appeal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.tocsin.alert.AlertService;

/** The whole service on a real PostgreSQL and Kafka, with the registry away; one start for all tests that carry it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = AlertService.class, properties = "management.server.port=-1")
@AutoConfigureMockMvc
@Import(TestPeers.class)
@interface ServiceTest {}
