package org.tocsin.platform.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets one transaction at a time decide about the records of one key. */
class KeyLock {

    private final JdbcClient jdbc;

    KeyLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held until the end of the transaction. */
    void take(String consumer, String topic, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", consumer + '|' + topic + '|' + key)
                .query(rows -> {});
    }
}
