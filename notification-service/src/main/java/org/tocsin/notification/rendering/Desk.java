package org.tocsin.notification.rendering;

import java.net.URI;

/**
 * Where the network answers its members.
 *
 * @param replyTo an address that a person reads
 * @param linkBase what all our links begin with
 */
public record Desk(String replyTo, URI linkBase) {}
