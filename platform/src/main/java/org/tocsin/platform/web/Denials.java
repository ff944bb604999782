package org.tocsin.platform.web;

/** Is told of callers that try what their role does not allow. */
@FunctionalInterface
public interface Denials {

    /**
     * A known account was refused.
     *
     * @param handler method and path pattern, such as {@code "GET /api/v1/appeals/{id}"}
     */
    void denied(String account, String handler);
}
