package org.tocsin.intake.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactChannelTest {

    @ParameterizedTest
    @CsvSource({
        "EMAIL, a.b+c@mail.example.org, a.b+c@mail.example.org",
        "EMAIL, амира@пример.рф, амира@пример.рф",
        "PHONE, +243 970 000 001, +243970000001",
        "PHONE, 00243-970-000-001, +243970000001",
        "PHONE, +٢٤٣ ٩٧٠ ٠٠٠ ٠٠١, +243970000001",
        "PHONE, +44 (20) 7946 0000, +442079460000",
        "WHATSAPP, +243970000001, +243970000001",
        "SIGNAL, +243970000001, +243970000001",
        "SIGNAL, amani.42, amani.42",
        "OTHER, ask for the baker, ask for the baker"
    })
    void takesAddressesAsPeopleWriteThem(ContactChannel channel, String written, String stored) {
        assertThat(channel.address(written)).contains(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, +243970000001",
        "EMAIL, a@b",
        "EMAIL, a b@example.org",
        "EMAIL, a@b@example.org",
        "EMAIL, a@example..org",
        "PHONE, 0970000001",
        "PHONE, +0970000001",
        "PHONE, +243",
        "PHONE, +2439700000010000",
        "PHONE, call me",
        "SIGNAL, amani",
        "WHATSAPP, amani.42"
    })
    void refusesWhatNobodyCouldReach(ContactChannel channel, String written) {
        assertThat(channel.address(written)).isEmpty();
    }
}
