package org.tocsin.platform.codec;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.platform.inbox.NotNow;
import org.tocsin.platform.inbox.PoisonRecord;

/**
 * What the registry's ids mean. Kept in this service's own table once met, since an id never changes its meaning: the
 * registry may be down for everything but a schema never seen before.
 */
public class SchemaIds {

    private final RegistryClient registry;
    private final JdbcClient jdbc;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<ReleasedSchema, Integer> ids = new ConcurrentHashMap<>();

    SchemaIds(RegistryClient registry, JdbcClient jdbc) {
        this.registry = registry;
        this.jdbc = jdbc;
    }

    /**
     * The id to write a released schema's events with.
     *
     * @throws NotNow when the registry does not answer, or the deployment has not registered the schema yet
     */
    public int idOf(ReleasedSchema released) {
        var known = ids.get(released);
        if (known != null) {
            return known;
        }
        var stored = jdbc.sql("select id from schema_written where subject = :subject and release = :release")
                .param("subject", released.subject())
                .param("release", released.version())
                .query(Integer.class)
                .optional();
        var id = stored.orElseGet(() -> askForId(released));
        ids.put(released, id);
        return id;
    }

    /**
     * The schema a record was written with.
     *
     * @throws NotNow when the registry has to be asked and does not answer
     * @throws PoisonRecord when the registry answers, and knows no such id or no readable schema for it
     */
    Schema writerOf(int id) {
        var known = schemas.get(id);
        if (known != null) {
            return known;
        }
        var stored = jdbc.sql("select definition from schema_met where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
        var schema = parse(stored.orElseGet(() -> askForSchema(id)));
        schemas.put(id, schema);
        return schema;
    }

    private int askForId(ReleasedSchema released) {
        var id = registry.idOf(released.subject(), released.definition())
                .orElseThrow(() -> new NotNow("schema registry", new IOException("not registered: " + released)));
        jdbc.sql("""
                insert into schema_written (subject, release, id) values (:subject, :release, :id)
                on conflict (subject, release) do nothing""")
                .param("subject", released.subject())
                .param("release", released.version())
                .param("id", id)
                .update();
        return id;
    }

    private String askForSchema(int id) {
        var definition = registry.schemaOf(id).orElseThrow(() -> new PoisonRecord(PoisonRecord.Reason.UNKNOWN_SCHEMA));
        jdbc.sql("insert into schema_met (id, definition) values (:id, :definition) on conflict (id) do nothing")
                .param("id", id)
                .param("definition", definition)
                .update();
        return definition;
    }

    @SuppressWarnings("CatchingUnchecked") // a hostile schema may even overflow the stack, and no Error may leave here
    private static Schema parse(String definition) {
        try {
            return new Schema.Parser().parse(definition);
        } catch (Throwable e) {
            throw new PoisonRecord(PoisonRecord.Reason.UNREADABLE);
        }
    }
}
