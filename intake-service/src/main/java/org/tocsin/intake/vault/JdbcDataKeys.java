package org.tocsin.intake.vault;

import com.fasterxml.uuid.Generators;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tocsin.platform.sealing.DataKeys.DataKey;
import org.tocsin.platform.sealing.SealingThreads;

/** The data keys, one an incident, wrapped by the master key. Nobody else stores them. */
@Component
class JdbcDataKeys {

    private final JdbcClient jdbc;
    private final MasterKey master;

    JdbcDataKeys(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    /** Makes the data key of a new incident. */
    Made make(UUID incidentId) {
        var keyId = Generators.timeBasedEpochGenerator().generate().toString();
        var drawn = draw(keyId);
        jdbc.sql("insert into data_key (key_id, incident_id, wrapped_keyset) values (:keyId, :incidentId, :wrapped)")
                .param("keyId", keyId)
                .param("incidentId", incidentId)
                .param("wrapped", drawn.wrapped())
                .update();
        return new Made(keyId, drawn.key());
    }

    DataKey fetch(String keyId) {
        return jdbc.sql("select wrapped_keyset from data_key where key_id = :keyId")
                .param("keyId", keyId)
                .query((row, number) -> {
                    var wrapped = row.getBytes("wrapped_keyset");
                    return wrapped == null ? new DataKey.Shredded() : present(master.unwrap(wrapped, keyId));
                })
                .optional()
                .orElseGet(DataKey.Unknown::new);
    }

    private Drawn draw(String keyId) {
        try {
            return SealingThreads.call(() -> {
                var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
                return new Drawn(present(keyset), master.wrap(keyset, keyId));
            });
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("data key cannot be made", e);
        }
    }

    private static DataKey.Present present(KeysetHandle keyset) {
        try {
            return new DataKey.Present(TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("data key cannot be serialised", e);
        }
    }

    /** A new data key. */
    record Made(String keyId, DataKey.Present key) {}

    private record Drawn(DataKey.Present key, byte[] wrapped) {}
}
