package org.tocsin.notification.rendering;

import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.policy.ContentClass;

/** What all members of one language and content class are sent. */
public record RenderedMessage(ContentClass contentClass, MailContent content) {}
