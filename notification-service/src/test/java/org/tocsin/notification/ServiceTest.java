package org.tocsin.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.tocsin.notification.delivery.Rows;
import org.tocsin.notification.delivery.Senders;

/**
 * The whole service on a real PostgreSQL, with Kafka and the registry away and a channel that does as it is told; one
 * start for all tests that carry it, and empty tables before each test. Nothing sends unless the test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = NotificationService.class, properties = "management.server.port=-1")
@AutoConfigureMockMvc
@Import({TestPeers.class, AppealMessages.class, Callers.class, Rows.class, Senders.class})
@TestExecutionListeners(listeners = EmptyTables.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface ServiceTest {}
