package org.tocsin.intake.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.platform.sealing.DataKeys;

/**
 * Keeps keys in memory while the fields of one incident are sealed or opened, so that each field does not cost a query and
 * an unwrapping. Seconds, so that a shredded key is soon gone.
 */
@Component
class RecentDataKeys implements DataKeys {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST = 100;

    private final JdbcDataKeys table;
    private final InstantSource clock;
    private final Map<String, Recent> recent = new LinkedHashMap<>();

    RecentDataKeys(JdbcDataKeys table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Makes the data key of a new incident and answers its id. */
    String make(UUID incidentId) {
        var made = table.make(incidentId);
        keep(made.keyId(), made.key());
        return made.keyId();
    }

    @Override
    public DataKey fetch(String keyId) {
        var known = known(keyId);
        if (known != null) {
            return known;
        }
        var key = table.fetch(keyId);
        if (key instanceof DataKey.Present present) {
            keep(keyId, present);
        }
        return key;
    }

    private synchronized DataKey.@Nullable Present known(String keyId) {
        var known = recent.get(keyId);
        return known != null && clock.instant().isBefore(known.until) ? known.key : null;
    }

    private synchronized void keep(String keyId, DataKey.Present key) {
        var now = clock.instant();
        recent.values().removeIf(old -> !now.isBefore(old.until));
        if (recent.size() >= MOST) {
            recent.remove(recent.keySet().iterator().next());
        }
        recent.put(keyId, new Recent(key, now.plus(KEPT)));
    }

    private record Recent(DataKey.Present key, Instant until) {}
}
