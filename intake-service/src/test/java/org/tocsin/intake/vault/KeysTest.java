package org.tocsin.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.intake.FrontDoor.json;
import static org.tocsin.intake.FrontDoor.report;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tocsin.intake.FrontDoor;
import org.tocsin.intake.ServiceTest;
import org.tocsin.intake.Shelves;

@ServiceTest
class KeysTest {

    private static final String KEY = "/internal/v1/keys/{keyId}";

    private final FrontDoor door;
    private final Shelves shelves;

    @Autowired
    KeysTest(FrontDoor door, Shelves shelves) {
        this.door = door;
        this.shelves = shelves;
    }

    @Test
    void handsAKeyToAServiceAndRecordsIt() throws GeneralSecurityException {
        var keyId = keyId();

        var answer = door.get("alert-service", KEY, keyId);

        assertThat(answer).hasStatus(200).hasHeader("Cache-Control", "no-store");
        assertThat(json(answer).propertyNames()).containsExactlyInAnyOrder("keyId", "keyset");
        var keyset = Base64.getDecoder().decode(json(answer).get("keyset").asString());
        assertThat(TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                        .size())
                .isEqualTo(1);
        assertThat(shelves.audits()).last().satisfies(audit -> {
            assertThat(audit.getActor()).isEqualTo("alert-service");
            assertThat(audit.getAction()).isEqualTo("KEY_FETCHED");
            assertThat(audit.getSubject()).isEqualTo(keyId);
        });
    }

    @Test
    void handsNoKeyToAnybodyElse() {
        var keyId = keyId();

        assertThat(door.get(null, KEY, keyId)).hasStatus(401);
        assertThat(door.get("verifier-one", KEY, keyId)).hasStatus(403);
        assertThat(door.get("custodian-one", KEY, keyId)).hasStatus(403);
    }

    @Test
    void knowsNoOtherKey() {
        var answer = door.get("alert-service", KEY, UUID.randomUUID());

        assertThat(answer).hasStatus(404);
        assertThat(json(answer).get("code").asString()).isEqualTo("key-not-found");
    }

    @Test
    void saysThatAShreddedKeyIsGone() {
        var keyId = keyId();
        shelves.jdbc()
                .sql("update data_key set wrapped_keyset = null, shredded_at = now() where key_id = :keyId")
                .param("keyId", keyId)
                .update();

        var answer = door.get("alert-service", KEY, keyId);

        assertThat(answer).hasStatus(410);
        assertThat(json(answer).get("code").asString()).isEqualTo("key-shredded");
    }

    private String keyId() {
        var id = door.submitted("partner-one", report(it -> it));
        return shelves.jdbc()
                .sql("select key_id from data_key where incident_id = :id")
                .param("id", id)
                .query((row, number) -> row.getString("key_id"))
                .single();
    }
}
