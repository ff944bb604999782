package org.tocsin.platform.codec;

import java.nio.ByteBuffer;
import org.tocsin.platform.inbox.PoisonRecord;

/**
 * A record's value in the Confluent wire format.
 *
 * @param schemaId the registry's id of the schema it was written with
 * @param avro Avro binary
 */
public record Frame(int schemaId, byte[] avro) {

    private static final byte MAGIC = 0;
    private static final int HEADER = 1 + Integer.BYTES;

    /**
     * Reads a value.
     *
     * @throws PoisonRecord when it is no frame
     */
    static Frame of(Object value) {
        if (!(value instanceof byte[] bytes) || bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new PoisonRecord(PoisonRecord.Reason.NOT_FRAMED);
        }
        var buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        var id = buffer.getInt();
        var avro = new byte[buffer.remaining()];
        buffer.get(avro);
        return new Frame(id, avro);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(HEADER + avro.length)
                .put(MAGIC)
                .putInt(schemaId)
                .put(avro)
                .array();
    }

    @Override
    public String toString() {
        return "Frame[schemaId=%d, %d bytes]".formatted(schemaId, avro.length);
    }
}
