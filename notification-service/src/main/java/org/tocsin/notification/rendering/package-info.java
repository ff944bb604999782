/**
 * One appeal, one language and one content class in; subject, text and HTML out. Shows no more than the class allows,
 * and knows neither members nor channels' protocols: personal links are slots that a channel fills.
 */
@NullMarked
package org.tocsin.notification.rendering;

import org.jspecify.annotations.NullMarked;
