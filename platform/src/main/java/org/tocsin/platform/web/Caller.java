package org.tocsin.platform.web;

import java.util.Set;

/**
 * Who calls; a controller takes it as a parameter.
 *
 * @param account the token's subject, the account name of a person, partner or service
 * @param roles the roles the token carries
 */
public record Caller(String account, Set<Role> roles) {

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
