package org.tocsin.notification.policy;

import java.util.Set;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.platform.language.Country;

/**
 * May this member be sent this appeal by this channel?
 *
 * @param hostileJurisdictions countries, besides the incident's, where knowing of it is dangerous
 * @param encryptionPossible whether a valid PGP key of the contact is known; means nothing for SMS
 */
public record PolicyQuestion(
        Audience audience,
        Country incidentCountry,
        Set<Country> hostileJurisdictions,
        Recipient recipient,
        ChannelType channel,
        boolean encryptionPossible) {

    boolean recipientIsInDanger() {
        return recipient.country().equals(incidentCountry) || hostileJurisdictions.contains(recipient.country());
    }
}
