/**
 * Who is written to: the member organisations, their contacts and what each may be sent. Addresses stay in the table
 * {@code contact} and leave it only towards a channel and to the directory's administrators; no event, log or exception
 * text has one.
 */
@NullMarked
package org.tocsin.notification.member;

import org.jspecify.annotations.NullMarked;
