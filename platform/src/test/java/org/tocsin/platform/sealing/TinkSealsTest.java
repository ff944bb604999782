package org.tocsin.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.sealing.DataKeys.DataKey;
import org.tocsin.platform.sealing.Seals.Opened;

class TinkSealsTest {

    private static final UUID INCIDENT = UUID.fromString("019aa000-0000-7000-8000-000000000001");

    private final Map<String, DataKey> keys = new HashMap<>(Map.of("k1", newKey(), "k2", newKey()));
    private final Seals seals = new TinkSeals(keyId -> keys.getOrDefault(keyId, new DataKey.Unknown()));

    @Test
    void opensWhatItSealed() {
        var sealed = seals.seal("k1", INCIDENT, "P1.name", "أمينة");
        assertThat(seals.open(sealed, INCIDENT, "P1.name")).isEqualTo(new Opened.Clear("أمينة"));
    }

    @Test
    void sealsEachTextForItsOwnFieldWhenSealingManyAtOnce() {
        var texts = Map.of("P1.name", "Amina", "P2.name", "Baraka");
        var sealed = seals.seal("k1", INCIDENT, texts);
        assertThat(sealed).hasSameSizeAs(texts).allSatisfy((field, one) -> {
            assertThat(seals.open(one, INCIDENT, field)).isEqualTo(new Opened.Clear(texts.getOrDefault(field, "?")));
            assertThat(seals.open(one, INCIDENT, "narrative")).isEqualTo(new Opened.Forged());
        });
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(seals.seal("k1", INCIDENT, "P1.name", "x")).isNotEqualTo(seals.seal("k1", INCIDENT, "P1.name", "x"));
    }

    @Test
    void opensNothingThatWasMovedOrChanged() {
        var sealed = seals.seal("k1", INCIDENT, "P1.name", "x");
        var changed = sealed.bytes().clone();
        changed[changed.length - 1] ^= 1;
        assertThat(seals.open(sealed, INCIDENT, "P2.name")).isEqualTo(new Opened.Forged());
        assertThat(seals.open(sealed, UUID.randomUUID(), "P1.name")).isEqualTo(new Opened.Forged());
        assertThat(seals.open(new Sealed("k2", sealed.bytes()), INCIDENT, "P1.name"))
                .isEqualTo(new Opened.Forged());
        assertThat(seals.open(new Sealed("k1", changed), INCIDENT, "P1.name")).isEqualTo(new Opened.Forged());
        assertThat(seals.open(new Sealed("never", sealed.bytes()), INCIDENT, "P1.name"))
                .isEqualTo(new Opened.Forged());
    }

    @Test
    void saysWhenTheKeyWasShredded() {
        var sealed = seals.seal("k1", INCIDENT, "P1.name", "x");
        keys.put("k1", new DataKey.Shredded());
        assertThat(seals.open(sealed, INCIDENT, "P1.name")).isEqualTo(new Opened.Shredded());
    }

    @Test
    void showsNoTextAndNoKeyInItsStrings() {
        assertThat(seals.open(seals.seal("k1", INCIDENT, "P1.name", "Amina"), INCIDENT, "P1.name"))
                .asString()
                .doesNotContain("Amina");
        assertThat(keys.get("k1")).hasToString("Present");
    }

    private static DataKey newKey() {
        try {
            AeadConfig.register();
            return new DataKey.Present(TinkProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
