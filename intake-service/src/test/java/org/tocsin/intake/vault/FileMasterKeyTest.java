package org.tocsin.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMasterKeyTest {

    @TempDir
    Path folder;

    @Test
    void unwrapsWhatItWrapped() throws GeneralSecurityException, IOException {
        var master = master(1);
        var dataKey = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);

        assertThat(master.unwrap(master.wrap(dataKey, "key-1"), "key-1").equalsKeyset(dataKey))
                .isTrue();
    }

    @Test
    void unwrapsNothingUnderAnotherIdOrByAnotherMaster() throws GeneralSecurityException, IOException {
        var master = master(1);
        var wrapped = master.wrap(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), "key-1");

        assertThatThrownBy(() -> master.unwrap(wrapped, "key-2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> master(2).unwrap(wrapped, "key-1")).isInstanceOf(IllegalStateException.class);
    }

    private FileMasterKey master(int seed) throws GeneralSecurityException, IOException {
        var key = new byte[32];
        key[0] = (byte) seed;
        var file = folder.resolve("master-" + seed);
        Files.writeString(file, Base64.getEncoder().encodeToString(key));
        return new FileMasterKey(new VaultProperties(file));
    }
}
