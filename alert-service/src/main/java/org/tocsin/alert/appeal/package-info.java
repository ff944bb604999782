/**
 * Takes an appeal from verified facts to "issued": drafts it in the languages of the network, lets people write in it,
 * has a second person approve it, gives it its reference and signs it. Texts hold person tokens, never names. Nothing
 * here knows members, channels or how a message looks.
 */
@NullMarked
package org.tocsin.alert.appeal;

import org.jspecify.annotations.NullMarked;
