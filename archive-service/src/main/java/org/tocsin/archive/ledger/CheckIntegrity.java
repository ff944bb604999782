package org.tocsin.archive.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Somebody wants to know whether the record of events is as it was written. */
@Service
class CheckIntegrity {

    private final Ledger ledger;

    CheckIntegrity(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What the check found.
     *
     * @param events links that were looked at, up to the head at the start of the check
     * @param brokenAt number of the first entry that was changed or is missing; null if intact
     */
    record Integrity(boolean intact, long events, @Nullable Long brokenAt) {}

    Integrity handle() {
        var check = new Check(ledger.head());
        ledger.walk(check::accepts);
        return check.result();
    }

    private static final class Check {

        private final Ledger.Head end;
        private byte[] hash = HashChain.START;
        private long seen;
        private @Nullable Long brokenAt;

        Check(Ledger.Head end) {
            this.end = end;
        }

        /** Entries appended since the check began are left to the next one. */
        boolean accepts(Ledger.Link link) {
            if (link.seq() > end.seq()) {
                return false;
            }
            var expected = HashChain.next(hash, seen + 1, link.archivedAt(), link.entry());
            var fits = link.seq() == seen + 1
                    && Arrays.equals(link.previousHash(), hash)
                    && Arrays.equals(link.hash(), expected);
            if (!fits) {
                brokenAt = seen + 1;
                return false;
            }
            hash = link.hash();
            seen = link.seq();
            return true;
        }

        Integrity result() {
            if (brokenAt == null && (seen != end.seq() || !Arrays.equals(hash, end.hash()))) {
                brokenAt = seen + 1; // the end is missing, or the head was changed
            }
            return new Integrity(brokenAt == null, seen, brokenAt);
        }
    }
}
