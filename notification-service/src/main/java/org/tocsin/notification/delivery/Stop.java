package org.tocsin.notification.delivery;

import org.jspecify.annotations.Nullable;
import org.tocsin.notification.rendering.Document;

/**
 * The last word on an appeal since it was issued.
 *
 * @param document the sentence that whoever may have the appeal is told; never the appeal itself
 * @param version of the appeal when it was said
 * @param answers for GO_ON: the version of the hold it ends, whose readers alone are told
 */
record Stop(Document document, long version, @Nullable Long answers) {}
