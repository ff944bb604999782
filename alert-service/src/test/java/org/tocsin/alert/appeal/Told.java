package org.tocsin.alert.appeal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tocsin.alert.appeal.TestPeers.TestSigner;
import org.tocsin.platform.codec.CanonicalForm;

/** What the service told the others. */
@Component
class Told {

    private final JdbcClient jdbc;
    private final TestSigner signer;

    Told(JdbcClient jdbc, TestSigner signer) {
        this.jdbc = jdbc;
        this.signer = signer;
    }

    /** Events of this type about an appeal, in order. */
    <E extends SpecificRecordBase> List<E> about(UUID appeal, Class<E> type) {
        return jdbc
                .sql("select payload from outbox where key = :key and type = :type order by version")
                .param("key", appeal.toString())
                .param("type", type.getName())
                .query(byte[].class)
                .list()
                .stream()
                .map(payload -> read(payload, type))
                .toList();
    }

    boolean isSignedByUs(SpecificRecordBase event) throws GeneralSecurityException {
        var signature = ((ByteBuffer) event.get("signature")).duplicate();
        var bytes = new byte[signature.remaining()];
        signature.get(bytes);
        return event.get("signingKeyId").equals(signer.keyId())
                && signer.verifies(CanonicalForm.of(event, "signature"), bytes);
    }

    private static <E> E read(byte[] payload, Class<E> type) {
        try {
            return new SpecificDatumReader<>(type)
                    .read(null, DecoderFactory.get().binaryDecoder(payload, null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
