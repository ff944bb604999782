package org.tocsin.platform.codec;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record that are signed. Fields that hold their default are left out, so that a field added later does
 * not change the form of what was signed before. Every value starts with a letter for its kind and tells its length, so
 * that no two records share a form; fields and map entries are sorted by name; int and long, and a type and its
 * nullable twin, look alike, since a contract may widen the one into the other.
 */
public final class CanonicalForm {

    private CanonicalForm() {}

    /** Canonical form without the field that holds the signature itself. */
    public static byte[] of(SpecificRecord event, String signatureField) {
        return ofRaw(raw(event), signatureField);
    }

    static byte[] ofRaw(IndexedRecord event, String signatureField) {
        return form(out -> {
            text(out, event.getSchema().getFullName());
            record(out, event, signatureField);
        });
    }

    /** The same record without generated classes and logical types: a date is its number of days. */
    private static IndexedRecord raw(SpecificRecord event) {
        try {
            var decoder = DecoderFactory.get().binaryDecoder(EventWriter.write(event), null);
            return new GenericDatumReader<IndexedRecord>(event.getSchema(), event.getSchema(), new GenericData())
                    .read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void record(DataOutputStream out, IndexedRecord record, @Nullable String leftOut)
            throws IOException {
        out.writeByte('R');
        for (var field : record.getSchema().getFields().stream()
                .sorted(Comparator.comparing(Schema.Field::name))
                .toList()) {
            var bytes = form(inner -> value(inner, record.get(field.pos())));
            if (!field.name().equals(leftOut) && !isDefault(field, bytes)) {
                text(out, field.name());
                out.write(bytes);
            }
        }
        out.writeByte('.');
    }

    private static boolean isDefault(Schema.Field field, byte[] bytes) {
        return field.hasDefaultValue()
                && Arrays.equals(bytes, form(out -> value(out, new GenericData().getDefaultValue(field))));
    }

    private static void value(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('N');
            case IndexedRecord record -> record(out, record, null);
            case GenericEnumSymbol<?> symbol -> text(out, symbol.toString());
            case CharSequence text -> text(out, text.toString());
            case Boolean truth -> out.writeByte(truth ? 'T' : 'F');
            case Integer number -> number(out, number.longValue());
            case Long number -> number(out, number);
            case Float number -> decimal(out, number.doubleValue());
            case Double number -> decimal(out, number);
            case ByteBuffer bytes -> bytes(out, copy(bytes));
            case GenericFixed fixed -> bytes(out, fixed.bytes());
            case Collection<?> items -> {
                out.writeByte('A');
                out.writeInt(items.size());
                for (var item : items) {
                    value(out, item);
                }
            }
            case Map<?, ?> entries -> map(out, entries);
            default -> throw new IllegalArgumentException("no canonical form for a " + value.getClass());
        }
    }

    private static void map(DataOutputStream out, Map<?, ?> entries) throws IOException {
        out.writeByte('M');
        out.writeInt(entries.size());
        for (var entry : entries.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .toList()) {
            text(out, entry.getKey().toString());
            value(out, entry.getValue());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeByte('S');
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeByte('B');
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void number(DataOutputStream out, long number) throws IOException {
        out.writeByte('I');
        out.writeLong(number);
    }

    private static void decimal(DataOutputStream out, double number) throws IOException {
        out.writeByte('D');
        out.writeDouble(number);
    }

    private static byte[] copy(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static byte[] form(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }
}
