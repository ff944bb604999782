package org.tocsin.intake.vault;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tocsin.platform.audit.AuditTrail;
import org.tocsin.platform.sealing.Sealed;
import org.tocsin.platform.sealing.Seals;
import org.tocsin.platform.sealing.Seals.Opened;

/**
 * What is known of people, sealed with the incident's data key before it reaches the database. Called within the
 * transaction of the incident's change.
 */
@Component
public class IdentityVault {

    private final RecentDataKeys keys;
    private final Seals seals;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    IdentityVault(RecentDataKeys keys, Seals seals, JdbcClient jdbc, AuditTrail audit) {
        this.keys = keys;
        this.seals = seals;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Puts the texts of a new incident away under a key of its own, and answers the key's id. */
    public String putAway(UUID incidentId, Map<String, String> texts) {
        var keyId = keys.make(incidentId);
        var sealed = seals.seal(keyId, incidentId, texts);
        jdbc.sql("""
                        insert into sealed_field (incident_id, field, bytes)
                        select :incidentId, field, bytes from unnest(:fields, :bytes) as put (field, bytes)
                        """)
                .param("incidentId", incidentId)
                .param("fields", sealed.keySet().toArray(String[]::new))
                .param("bytes", sealed.values().stream().map(Sealed::bytes).toArray(byte[][]::new))
                .update();
        return keyId;
    }

    /** Seals a text that is kept elsewhere. */
    public Sealed seal(String keyId, UUID incidentId, String field, String text) {
        return seals.seal(keyId, incidentId, field, text);
    }

    /** The sealed texts by field, as they are stored and as they leave in events. */
    public Map<String, Sealed> sealed(String keyId, UUID incidentId) {
        var sealed = new LinkedHashMap<String, Sealed>();
        jdbc.sql("select field, bytes from sealed_field where incident_id = :incidentId")
                .param("incidentId", incidentId)
                .query(row -> {
                    sealed.put(row.getString("field"), new Sealed(keyId, row.getBytes("bytes")));
                });
        return sealed;
    }

    /** Opens sealed texts for the service itself, which shows them to nobody. Shredded ones are absent. */
    public Map<String, String> open(UUID incidentId, Map<String, Sealed> sealed) {
        var texts = new HashMap<String, String>();
        sealed.forEach((field, value) -> {
            switch (seals.open(value, incidentId, field)) {
                case Opened.Clear(var text) -> texts.put(field, text);
                case Opened.Shredded() -> {}
                case Opened.Forged() -> throw new IllegalStateException("a sealed field is not of its incident");
            }
        });
        return texts;
    }

    /** Opens everything of an incident for a person entitled to it, and records that. */
    public Map<String, String> reveal(String keyId, UUID incidentId, String to) {
        audit.record(to, AuditAction.IDENTITY_READ.name(), incidentId.toString(), AuditTrail.Outcome.ALLOWED);
        return open(incidentId, sealed(keyId, incidentId));
    }
}
