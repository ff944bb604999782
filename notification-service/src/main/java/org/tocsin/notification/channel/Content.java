package org.tocsin.notification.channel;

/** What a message says, in the form its way needs. */
public sealed interface Content permits MailContent, SmsContent {}
