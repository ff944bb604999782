package org.tocsin.platform.web;

/**
 * What is wrong with one property of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) to it
 * @param message what is expected; never what was sent
 */
public record FieldFault(String pointer, String message) {}
