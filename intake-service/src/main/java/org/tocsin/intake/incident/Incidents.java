package org.tocsin.intake.incident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The incidents of this service. */
public interface Incidents {

    /**
     * Adds a new one.
     *
     * @param receiptDigest finds it again by its receipt
     */
    void add(Incident incident, byte[] receiptDigest);

    Optional<Incident> find(UUID id);

    /** Finds one and keeps others from changing it until the transaction ends. */
    Optional<Incident> lock(UUID id);

    /** Stores what became of an incident that was {@linkplain #lock locked}. */
    void save(Incident incident);

    Optional<IncidentStatus> statusByReceipt(byte[] receiptDigest);

    /** Those that match, newest first. */
    List<Incident> page(IncidentQuery query);
}
