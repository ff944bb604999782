package org.tocsin.embedded;

import static java.util.function.Function.identity;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Clients by name. Spring's own repository in memory refuses two clients with one secret, and ours all have the same. */
record SharedSecretClients(Map<String, RegisteredClient> byId) implements RegisteredClientRepository {
    SharedSecretClients(Collection<RegisteredClient> clients) {
        this(clients.stream().collect(Collectors.toUnmodifiableMap(RegisteredClient::getId, identity())));
    }

    @Override
    public void save(RegisteredClient client) {
        throw new IllegalStateException("the accounts of the local issuer do not change");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byId.get(id);
    }

    /** An account's id is its name. */
    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return byId.get(clientId);
    }
}
