package org.tocsin.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.XChaCha20Poly1305Key;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;
import org.tocsin.platform.settings.KeyFiles;

/** XChaCha20-Poly1305: its long nonces may be drawn at random for any number of data keys. */
@Component
class FileMasterKey implements MasterKey {

    private final Aead aead;

    FileMasterKey(VaultProperties properties) throws GeneralSecurityException {
        AeadConfig.register();
        aead = aead(KeyFiles.read32Bytes("tocsin.vault.master-key-file", properties.masterKeyFile()));
    }

    @AccessesPartialKey
    private static Aead aead(byte[] key) throws GeneralSecurityException {
        var bytes = SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
        var entry = KeysetHandle.importKey(XChaCha20Poly1305Key.create(bytes))
                .withFixedId(1)
                .makePrimary();
        return KeysetHandle.newBuilder().addEntry(entry).build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @Override
    public byte[] wrap(KeysetHandle dataKey, String keyId) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(dataKey, aead, keyId.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("data key cannot be wrapped", e);
        }
    }

    @Override
    public KeysetHandle unwrap(byte[] wrapped, String keyId) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead, keyId.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("data key cannot be unwrapped", e);
        }
    }
}
