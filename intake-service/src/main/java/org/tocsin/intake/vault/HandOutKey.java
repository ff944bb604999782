package org.tocsin.intake.vault;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.platform.audit.AuditTrail;
import org.tocsin.platform.sealing.DataKeys.DataKey;

/** Hands a data key to another service, and records that it did. */
@Service
class HandOutKey {

    private final JdbcDataKeys keys;
    private final AuditTrail audit;

    HandOutKey(JdbcDataKeys keys, AuditTrail audit) {
        this.keys = keys;
        this.audit = audit;
    }

    @Transactional
    byte[] handle(String keyId, String service) {
        return switch (keys.fetch(keyId)) {
            case DataKey.Present(var keyset) -> {
                audit.record(service, AuditAction.KEY_FETCHED.name(), keyId, AuditTrail.Outcome.ALLOWED);
                yield keyset;
            }
            case DataKey.Shredded() -> throw new KeyShredded();
            case DataKey.Unknown() -> throw new KeyNotFound();
        };
    }
}
