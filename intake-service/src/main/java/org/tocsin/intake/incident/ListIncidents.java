package org.tocsin.intake.incident;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.web.Caller;
import org.tocsin.platform.web.Role;

/** Lists incidents page by page, newest first: all to a verifier, its own to a partner. */
@Service
class ListIncidents {

    private final Incidents incidents;

    ListIncidents(Incidents incidents) {
        this.incidents = incidents;
    }

    @Transactional(readOnly = true)
    Page handle(
            Caller caller,
            @Nullable IncidentStatus status,
            @Nullable Country country,
            @Nullable UUID after,
            int limit) {
        var partner = caller.is(Role.VERIFIER) ? null : caller.account();
        var oneMore = incidents.page(new IncidentQuery(partner, status, country, after, limit + 1));
        return oneMore.size() <= limit
                ? new Page(oneMore, null)
                : new Page(oneMore.subList(0, limit), oneMore.get(limit - 1).id());
    }

    /**
     * Some incidents.
     *
     * @param next where the next page starts, if there is one
     */
    record Page(List<Incident> incidents, @Nullable UUID next) {}
}
