package org.tocsin.intake.incident;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes receipts and the digests that find an incident by one; the database holds no receipt. */
@Component
class Receipts {

    private static final long TEN_TO_THE_16 = 10_000_000_000_000_000L;

    private final KeyedDigest digest;

    Receipts(KeyedDigest digest) {
        this.digest = digest;
    }

    Receipt of(UUID incidentId) {
        var id = ByteBuffer.allocate(16)
                .putLong(incidentId.getMostSignificantBits())
                .putLong(incidentId.getLeastSignificantBits());
        var number = ByteBuffer.wrap(digest.of("receipt", id.array())).getLong();
        return new Receipt("%016d".formatted(Long.remainderUnsigned(number, TEN_TO_THE_16)));
    }

    byte[] digest(Receipt receipt) {
        return digest.of("receipt-look-up", receipt.digits().getBytes(US_ASCII));
    }
}
