package org.tocsin.notification;

import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Empties the service's tables before each test, and keeps its senders from sending by themselves. */
final class EmptyTables implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext context) {
        var beans = context.getApplicationContext();
        beans.getBean("sendLoop", Lifecycle.class).stop();
        beans.getBean(JdbcClient.class).sql("""
                        truncate member, contact, fan_out, planned_member, delivery, receipt, drafted_appeal, task, pause_confirmation,
                                 outbox, inbox, inbox_version, quarantine""").update();
        beans.getBean(TestPeers.TestClock.class).reset();
        beans.getBean(TestPeers.Vault.class).reset();
        beans.getBean(TestPeers.Outbound.class).channel().reset();
        beans.getBeanProvider(TestPeers.Texts.class)
                .ifAvailable(texts -> texts.channel().reset());
    }
}
