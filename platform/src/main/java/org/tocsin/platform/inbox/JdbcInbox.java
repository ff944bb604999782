package org.tocsin.platform.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.transaction.annotation.Transactional;

/** Insert first, then act: no race between looking and remembering. */
class JdbcInbox implements Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcInbox.class);

    private final JdbcClient jdbc;
    private final Quarantine quarantine;
    private final KeyLock keys;

    JdbcInbox(JdbcClient jdbc, Quarantine quarantine, KeyLock keys) {
        this.jdbc = jdbc;
        this.quarantine = quarantine;
        this.keys = keys;
    }

    @Override
    @Transactional
    public void once(String consumer, Message<byte[]> message, Runnable work) {
        var envelope = Envelope.of(message);
        keys.take(consumer, envelope.topic(), envelope.key());
        if (quarantine.holdsEarlier(consumer, envelope)) {
            quarantine.queue(consumer, envelope, message);
        } else if (isNew(consumer, envelope) && isNotOvertaken(consumer, envelope)) {
            work.run();
        }
    }

    private boolean isNew(String consumer, Envelope envelope) {
        return jdbc.sql("""
                insert into inbox (consumer, event_id) values (:consumer, :eventId)
                on conflict do nothing""")
                        .param("consumer", consumer)
                        .param("eventId", envelope.eventId())
                        .update()
                == 1;
    }

    /** Remembers the highest version acted on; events of one version, made by one change, all pass. */
    private boolean isNotOvertaken(String consumer, Envelope envelope) {
        var passes = jdbc.sql("""
                insert into inbox_version as seen (consumer, topic, key, version)
                values (:consumer, :topic, :key, :version)
                on conflict (consumer, topic, key) do update set version = excluded.version
                where seen.version <= excluded.version""")
                        .param("consumer", consumer)
                        .param("topic", envelope.topic())
                        .param("key", envelope.key())
                        .param("version", envelope.version())
                        .update()
                == 1;
        if (!passes) {
            LOG.info("{} does not act on event {}: a later version was acted on", consumer, envelope.eventId());
        }
        return passes;
    }
}
