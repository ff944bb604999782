package org.tocsin.archive.ledger;

import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A record came in: it is appended once, and the projections hear of it. */
@Service
class AppendRecord {

    private final Ledger ledger;
    private final List<Projection> projections;

    AppendRecord(Ledger ledger, List<Projection> projections) {
        this.ledger = ledger;
        this.projections = projections;
    }

    @Transactional
    void handle(Entry entry, Optional<SpecificRecord> event) {
        var seq = ledger.append(entry);
        if (seq.isPresent()) {
            event.ifPresent(read -> projections.forEach(projection -> projection.apply(seq.getAsLong(), read)));
        }
    }
}
