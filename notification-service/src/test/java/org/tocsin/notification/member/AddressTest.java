package org.tocsin.notification.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.notification.channel.ChannelType;

class AddressTest {

    @Test
    void keepsTheMailboxAndLowersTheDomain() {
        assertThat(Address.of(ChannelType.EMAIL, " Alerts+M1@Example.ORG "))
                .hasValueSatisfying(address -> assertThat(address.value()).isEqualTo("Alerts+M1@example.org"));
    }

    @Test
    void writesNumbersInTheInternationalForm() {
        assertThat(Address.of(ChannelType.SMS, "+33 6 39 98 00 01"))
                .hasValueSatisfying(address -> assertThat(address.value()).isEqualTo("+33639980001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b",
                "a b@example.org",
                "a@example.org\r\nBcc: x@example.org",
                "a@example..org",
                "a@-example.org",
                "<a@example.org>",
                "a@example.org,b@example.org"
            })
    void refusesWhatIsNoSingleMailbox(String written) {
        assertThat(Address.of(ChannelType.EMAIL, written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0639980001", "+33", "+999123456789", "call me"})
    void refusesANumberThatNamesNoCountry(String written) {
        assertThat(Address.of(ChannelType.SMS, written)).isEmpty();
    }

    @Test
    void printsItsChannelOnly() {
        assertThat(new Address(ChannelType.EMAIL, "a@example.org")).hasToString("Address[EMAIL]");
    }
}
