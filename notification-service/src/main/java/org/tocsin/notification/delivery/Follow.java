package org.tocsin.notification.delivery;

import java.util.UUID;
import org.tocsin.notification.rendering.Document;

/**
 * Which sentence a row sends.
 *
 * @param version of the appeal at the stop it speaks of; several holds of an appeal are told apart by it
 * @param appeal the row of the appeal whose reader is told
 */
record Follow(Document document, long version, UUID appeal) {

    boolean says(Stop stop) {
        return document == stop.document() && version == stop.version();
    }
}
