/** What a member may be sent by a channel: pure decisions, each with its reason. Knows no text, no table and no clock. */
@NullMarked
package org.tocsin.notification.policy;

import org.jspecify.annotations.NullMarked;
