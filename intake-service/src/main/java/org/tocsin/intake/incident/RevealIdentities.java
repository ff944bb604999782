package org.tocsin.intake.incident;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.intake.vault.IdentityVault;

/** Shows the person who works on an incident whom it is about and how to call back; each look is recorded. */
@Service
public class RevealIdentities {

    private final IdentityVault vault;

    RevealIdentities(IdentityVault vault) {
        this.vault = vault;
    }

    /** Within the transaction that established who works on it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Identities handle(Incident incident, String to) {
        if (!incident.isClaimedBy(to) || !incident.status().isOpen()) {
            throw new IllegalStateException("only the claimer sees identities");
        }
        return Identities.of(incident.facts(), vault.reveal(incident.keyId(), incident.id(), to));
    }
}
