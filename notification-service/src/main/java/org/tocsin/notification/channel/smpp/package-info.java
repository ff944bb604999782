/** SMS through an operator's SMPP 3.4 server. */
@NullMarked
package org.tocsin.notification.channel.smpp;

import org.jspecify.annotations.NullMarked;
