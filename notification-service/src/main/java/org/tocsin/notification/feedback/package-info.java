/** What comes back from members: the personal link, acknowledgements, unsubscriptions. */
@NullMarked
package org.tocsin.notification.feedback;

import org.jspecify.annotations.NullMarked;
