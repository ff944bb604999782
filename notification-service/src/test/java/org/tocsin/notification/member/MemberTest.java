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
    private static final ContactMerge MERGE = new ContactMerge(List.of(), UUID::randomUUID);
    private static final Member MEMBER = Member.joining("M00001", profile("a@one.example", "b@one.example"), MERGE);

    @Test
    void keepsItsVersionWhenNothingChanges() {
        assertThat(MEMBER.changedTo(profile("a@one.example", "b@one.example"), MERGE))
                .isSameAs(MEMBER);
    }

    @Test
    void keepsTheContactWhoseAddressIsCorrected() {
        var changed = MEMBER.changedTo(profile("a@one.example", "c@one.example"), MERGE);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(ids(changed)).isEqualTo(ids(MEMBER));
    }

    @Test
    void tellsContactsApartByAddressWhateverTheirOrder() {
        var changed = MEMBER.changedTo(profile("b@one.example", "a@one.example"), MERGE);
        assertThat(ids(changed)).isEqualTo(ids(MEMBER).reversed());
    }

    @Test
    void keepsThePauseWithTheAddress() {
        var first = MEMBER.contacts().getFirst().id();
        var paused = MEMBER.pausing(first, NOON);
        assertThat(paused.contacts().getFirst().paused()).isTrue();
        assertThat(paused.changedTo(profile("a@one.example"), MERGE)
                        .contacts()
                        .getFirst()
                        .paused())
                .isTrue();
    }

    @Test
    void makesAnotherContactOfTheAddressThatTakesAPausedOnesPlace() {
        var first = MEMBER.contacts().getFirst().id();
        var changed = MEMBER.pausing(first, NOON).changedTo(profile("c@one.example", "b@one.example"), MERGE);
        assertThat(ids(changed)).doesNotContain(first);
        assertThat(changed.contacts()).noneMatch(Contact::paused);
    }

    @Test
    void pausesAnAddressAgainThatWasTakenOutPaused() {
        var paused = MEMBER.pausing(MEMBER.contacts().getFirst().id(), NOON)
                .contacts()
                .getFirst();
        var without = MEMBER.changedTo(profile("b@one.example"), MERGE);
        var back = without.changedTo(
                profile("b@one.example", "a@one.example"), new ContactMerge(List.of(paused), UUID::randomUUID));
        assertThat(back.contacts().getLast()).isEqualTo(paused);
    }

    @Test
    void liftsAPauseByItself() {
        var first = MEMBER.contacts().getFirst().id();
        var resumed = MEMBER.pausing(first, NOON).resuming(first);
        assertThat(resumed.contacts()).isEqualTo(MEMBER.contacts());
        assertThat(resumed.version()).isEqualTo(3);
        assertThat(MEMBER.resuming(first)).isSameAs(MEMBER);
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
