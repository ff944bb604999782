package org.tocsin.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.schemas.audit.AuditRecorded;

/** What the database of the tests holds. */
public class Shelves {

    private final JdbcClient jdbc;

    Shelves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** The number of rows of each of the service's tables. */
    public Map<String, Integer> rows() {
        var rows = new TreeMap<String, Integer>();
        tables().forEach(table -> rows.put(
                table,
                jdbc.sql("select count(*) from \"" + table + '"')
                        .query(Integer.class)
                        .single()));
        return rows;
    }

    /** The tables in which a word can be read, in clear or as plain bytes. */
    public List<String> tablesThatTell(String word) {
        var hex = HexFormat.of().formatHex(word.getBytes(UTF_8));
        return tables().stream()
                .filter(table -> jdbc.sql(
                                "select exists (select from \"%s\" as t where t::text like :word or t::text like :hex)"
                                        .formatted(table))
                        .param("word", "%" + word + "%")
                        .param("hex", "%" + hex + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    /** The events of an aggregate that are committed to leave, oldest first. */
    public <T extends SpecificRecordBase> List<T> events(Object key, Class<T> type) {
        return events(type).stream()
                .filter(event -> event.key.equals(key.toString()))
                .map(Event::event)
                .toList();
    }

    /** What was put on record, oldest first. */
    public List<AuditRecorded> audits() {
        return events(AuditRecorded.class).stream().map(Event::event).toList();
    }

    private <T extends SpecificRecordBase> List<Event<T>> events(Class<T> type) {
        var reader = new SpecificDatumReader<T>(type);
        return jdbc.sql("select key, payload from outbox where type = :type order by seq")
                .param("type", reader.getExpected().getFullName())
                .query((row, number) -> new Event<>(row.getString("key"), decode(reader, row.getBytes("payload"))))
                .list();
    }

    private static <T> T decode(SpecificDatumReader<T> reader, byte[] payload) {
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(payload, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Event<T>(String key, T event) {}

    private List<String> tables() {
        return jdbc.sql("select tablename from pg_tables where schemaname = 'public' order by tablename")
                .query((row, number) -> row.getString("tablename"))
                .list();
    }
}
