package org.tocsin.notification.policy;

import org.tocsin.platform.language.Country;

/** What policy knows of a member. */
public record Recipient(Country country, ContentPolicy contentPolicy, InCountryPolicy inCountryPolicy) {}
