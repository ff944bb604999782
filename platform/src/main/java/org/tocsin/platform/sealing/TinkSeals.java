package org.tocsin.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.tocsin.platform.sealing.DataKeys.DataKey;

/** Tink's AEAD; the associated data binds a ciphertext to its incident and field, so that none can be moved. */
final class TinkSeals implements Seals {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final DataKeys keys;

    TinkSeals(DataKeys keys) {
        this.keys = keys;
    }

    @Override
    public Sealed seal(String keyId, UUID incidentId, String field, String text) {
        return seal(keyId, incidentId, Map.of(field, text)).values().iterator().next();
    }

    @Override
    public Map<String, Sealed> seal(String keyId, UUID incidentId, Map<String, String> texts) {
        if (!(keys.fetch(keyId) instanceof DataKey.Present(var keyset))) {
            throw new IllegalStateException("there is no such data key any more");
        }
        try {
            return SealingThreads.call(() -> {
                var aead = aead(keyset);
                var sealed = new LinkedHashMap<String, Sealed>();
                for (var text : texts.entrySet()) {
                    var bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
                    sealed.put(text.getKey(), new Sealed(keyId, aead.encrypt(bytes, place(incidentId, text.getKey()))));
                }
                return sealed;
            });
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the data key cannot seal", unusable);
        }
    }

    @Override
    public Opened open(Sealed sealed, UUID incidentId, String field) {
        return switch (keys.fetch(sealed.keyId())) {
            case DataKey.Present(var keyset) -> decrypt(keyset, sealed.bytes(), place(incidentId, field));
            case DataKey.Shredded() -> new Opened.Shredded();
            case DataKey.Unknown() -> new Opened.Forged();
        };
    }

    private static Opened decrypt(byte[] keyset, byte[] sealed, byte[] place) {
        Aead aead;
        try {
            aead = aead(keyset);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the data key is not a keyset", unusable);
        }
        try {
            return new Opened.Clear(new String(aead.decrypt(sealed, place), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException forged) {
            return new Opened.Forged();
        }
    }

    private static Aead aead(byte[] keyset) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] place(UUID incidentId, String field) {
        return "%s|%s|1".formatted(incidentId, field).getBytes(StandardCharsets.UTF_8);
    }
}
