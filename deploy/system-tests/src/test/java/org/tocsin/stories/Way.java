package org.tocsin.stories;

/**
 * How a member is reached: in the directory of the stories each has one address a channel.
 *
 * @param channel EMAIL or SMS
 */
record Way(String memberId, String channel) {}
