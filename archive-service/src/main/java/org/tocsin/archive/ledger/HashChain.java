package org.tocsin.archive.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The link between neighbours: SHA-256 over the hash before, the number, and every column. Each part tells its length, so that
 * no two entries share a form.
 */
final class HashChain {

    /** What stands before the first entry. */
    static final byte[] START = new byte[32];

    private HashChain() {}

    static byte[] next(byte[] previous, long seq, Instant archivedAt, Entry entry) {
        var form = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(form)) {
            part(out, previous);
            out.writeLong(seq);
            part(out, archivedAt);
            part(out, entry.eventId());
            part(out, entry.topic());
            out.writeInt(entry.partition());
            out.writeLong(entry.offset());
            part(out, entry.key());
            part(out, entry.type());
            part(out, entry.occurredAt());
            part(out, entry.headers());
            part(out, entry.value());
            out.writeBoolean(entry.decoded());
            return MessageDigest.getInstance("SHA-256").digest(form.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void part(DataOutputStream out, @Nullable Object part) throws IOException {
        switch (part) {
            case null -> out.writeInt(-1);
            case byte[] bytes -> bytes(out, bytes);
            default -> bytes(out, part.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
