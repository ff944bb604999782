package org.tocsin.notification.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.member.Contact.WantedContact;
import org.tocsin.notification.policy.ContentPolicy;
import org.tocsin.notification.policy.InCountryPolicy;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

class MemberTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Member MEMBER =
            Member.joining("M00001", profile("a@one.example", "b@one.example"), UUID::randomUUID);

    @Test
    void keepsItsVersionWhenNothingChanges() {
        assertThat(MEMBER.changedTo(profile("a@one.example", "b@one.example"), UUID::randomUUID))
                .isSameAs(MEMBER);
    }

    @Test
    void keepsTheContactWhoseAddressIsCorrected() {
        var changed = MEMBER.changedTo(profile("a@one.example", "c@one.example"), UUID::randomUUID);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(ids(changed)).isEqualTo(ids(MEMBER));
    }

    @Test
    void tellsContactsApartByAddressWhateverTheirOrder() {
        var changed = MEMBER.changedTo(profile("b@one.example", "a@one.example"), UUID::randomUUID);
        assertThat(ids(changed)).isEqualTo(ids(MEMBER).reversed());
    }

    @Test
    void liftsThePauseWithTheAddressItWasFor() {
        var first = MEMBER.contacts().getFirst().id();
        var paused = MEMBER.pausing(first, NOON);
        assertThat(paused.contacts().getFirst().paused()).isTrue();
        assertThat(paused.changedTo(profile("a@one.example"), UUID::randomUUID)
                        .contacts()
                        .getFirst()
                        .paused())
                .isTrue();
        assertThat(paused.changedTo(profile("c@one.example", "b@one.example"), UUID::randomUUID)
                        .contacts()
                        .getFirst()
                        .paused())
                .isFalse();
    }

    @Test
    void printsNeitherNameNorAddress() {
        assertThat(MEMBER).hasToString("Member[M00001, 1]");
        assertThat(MEMBER.contacts().toString()).doesNotContain("one.example");
    }

    private static List<UUID> ids(Member member) {
        return member.contacts().stream().map(Contact::id).toList();
    }

    private static Profile profile(String... addresses) {
        return new Profile(
                "Ligue Exemple",
                new Country("COD"),
                List.of(Language.FR),
                Stream.of(addresses)
                        .map(address -> new WantedContact(new Address(ChannelType.EMAIL, address), false))
                        .toList(),
                ContentPolicy.FULL,
                InCountryPolicy.BLIND,
                LocalDate.of(1998, 10, 1),
                null);
    }
}
