/**
 * Proxies before PostgreSQL, Kafka and the mail server that stop a conversation at a point given by name. Nothing in the
 * services knows of them.
 */
@NullMarked
package org.tocsin.faults;

import org.jspecify.annotations.NullMarked;
