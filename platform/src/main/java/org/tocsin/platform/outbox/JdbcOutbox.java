package org.tocsin.platform.outbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tocsin.platform.codec.EventWriter;
import org.tocsin.platform.codec.ReleasedSchemas;

/** Events as rows of the business transaction; the relay is woken once that has committed. */
class JdbcOutbox implements Outbox {

    /** Below the broker's limit for a record, with room for headers: a row that cannot leave would hold up all others. */
    private static final int LARGEST = 900_000;

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final OutboxTable table;
    private final ReleasedSchemas released;
    private final TraceContext trace;
    private final WakeUp relay;

    JdbcOutbox(OutboxTable table, ReleasedSchemas released, TraceContext trace, WakeUp relay) {
        this.table = table;
        this.released = released;
        this.trace = trace;
        this.relay = relay;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Object key, SpecificRecord event) {
        var payload = EventWriter.write(event);
        if (payload.length > LARGEST) {
            throw new IllegalArgumentException(
                    "event: %d bytes (expected: at most %d)".formatted(payload.length, LARGEST));
        }
        var contract = released.newest(event.getSchema().getFullName());
        table.add(new OutboxRow(
                ids.generate(),
                contract.topic(),
                key.toString(),
                contract.name(),
                contract.version(),
                versionOf(event),
                Instant.EPOCH, // the database's clock decides
                trace.traceParent().orElse(null),
                payload));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.signal();
            }
        });
    }

    private static long versionOf(SpecificRecord event) {
        Schema.Field field = event.getSchema().getField("version");
        if (field == null || !(event.get(field.pos()) instanceof Long version)) {
            throw new IllegalArgumentException("%s has no version of its aggregate"
                    .formatted(event.getSchema().getName()));
        }
        return version;
    }
}
