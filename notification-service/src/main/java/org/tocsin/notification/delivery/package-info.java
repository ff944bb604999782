/**
 * Takes an appeal from "issued" to "settled": plans one row per member contact and channel, sends what is due, tries
 * again, and says at any moment how far the appeal has reached. Nothing here knows SMTP or a provider.
 */
@NullMarked
package org.tocsin.notification.delivery;

import org.jspecify.annotations.NullMarked;
