/** E-mail by SMTP: connections, the form of a message, and what the far side's answers mean. Knows only the port. */
@NullMarked
package org.tocsin.notification.channel.smtp;

import org.jspecify.annotations.NullMarked;
