package org.tocsin.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.notification.FakeChannel;
import org.tocsin.notification.channel.Channel;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.Channels;
import org.tocsin.notification.member.Address;
import org.tocsin.notification.member.Contact;
import org.tocsin.notification.member.Member;
import org.tocsin.notification.policy.Audience;
import org.tocsin.notification.policy.ContentClass;
import org.tocsin.notification.policy.ContentPolicy;
import org.tocsin.notification.policy.InCountryPolicy;
import org.tocsin.notification.rendering.IssuedAppeal;
import org.tocsin.notification.rendering.LanguageText;
import org.tocsin.notification.rendering.Urgency;
import org.tocsin.platform.language.Country;
import org.tocsin.platform.language.Language;

class PlanTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final LanguageText TEXT = new LanguageText("", "", "", "", null, "", List.of(), Map.of());

    @Test
    void plansARowForEveryContactOfEveryMember() {
        var plan = plan(Urgency.URGENT, member("FRA", email(null), sms()), member("ESP", email(null)));
        assertThat(plan.rows())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.dueAt()).isEqualTo(NOON.plusSeconds(120)));
    }

    @Test
    void blocksAWayThatIsNotSetUpAndKeepsWhatItWouldHaveShown() {
        assertThat(plan(Urgency.URGENT, member("FRA", sms())).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.status()).isEqualTo(DeliveryStatus.BLOCKED);
                    assertThat(row.reason()).isEqualTo("CHANNEL_NOT_SET_UP");
                    assertThat(row.contentClass()).isEqualTo(ContentClass.NOTICE);
                });
    }

    @Test
    void blocksWhatPolicyForbidsWithPolicysReason() {
        assertThat(plan(Urgency.URGENT, member("COD", sms())).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.status()).isEqualTo(DeliveryStatus.BLOCKED);
                    assertThat(row.reason()).isEqualTo("IN_COUNTRY_NO_SMS");
                    assertThat(row.contentClass()).isNull();
                });
    }

    @Test
    void reachesAPausedContactOnlyWhenALifeIsAtRisk() {
        var paused = member("FRA", email(NOON));
        assertThat(plan(Urgency.URGENT, paused).rows())
                .extracting(Delivery::status, Delivery::reason)
                .containsExactly(tuple(DeliveryStatus.BLOCKED, "CONTACT_PAUSED"));
        assertThat(plan(Urgency.LIFE_AT_RISK, paused).rows())
                .extracting(Delivery::status)
                .containsExactly(DeliveryStatus.PLANNED);
    }

    @Test
    void writesTextsInALanguageThereIsAndNoticesInTheMembersOwn() {
        assertThat(plan(Urgency.URGENT, member("FRA", email(null))).rows())
                .extracting(Delivery::contentClass, Delivery::language)
                .containsExactly(tuple(ContentClass.FULL, Language.FR));
        assertThat(plan(Urgency.URGENT, member("COD", email(null))).rows())
                .extracting(Delivery::contentClass, Delivery::language)
                .containsExactly(tuple(ContentClass.BLIND, Language.RU));
    }

    @Test
    void letsAnSmsWaitForTheDayUnlessALifeIsAtRiskAndTheContactAskedToBeWoken() {
        var night = Instant.parse("2026-11-24T23:00:00Z");
        var morning = Instant.parse("2026-11-25T06:00:00Z");
        var sleeper = member("FRA", sms());
        var watch = member("FRA", sms(true));
        for (var row : List.of(
                smsPlan(Urgency.LIFE_AT_RISK, night, sleeper).rows().getFirst(),
                smsPlan(Urgency.URGENT, night, watch).rows().getFirst())) {
            assertThat(row.status()).isEqualTo(DeliveryStatus.SCHEDULED);
            assertThat(row.dueAt()).isEqualTo(morning);
        }
        var woken = smsPlan(Urgency.LIFE_AT_RISK, night, watch).rows().getFirst();
        assertThat(woken.status()).isEqualTo(DeliveryStatus.PLANNED);
        assertThat(woken.dueAt()).isEqualTo(night.plusSeconds(120));
    }

    @Test
    void sendsAnSmsAtOnceByDayAndAMailAtAnyHour() {
        assertThat(smsPlan(Urgency.NORMAL, NOON, member("FRA", sms())).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.status()).isEqualTo(DeliveryStatus.PLANNED);
                    assertThat(row.dueAt()).isEqualTo(NOON.plusSeconds(120));
                });
        var night = Instant.parse("2026-11-24T23:00:00Z");
        assertThat(plan(Urgency.NORMAL, night, new FakeChannel(ChannelType.EMAIL), member("FRA", email(null)))
                        .rows())
                .extracting(Delivery::status)
                .containsExactly(DeliveryStatus.PLANNED);
    }

    private static Plan smsPlan(Urgency urgency, Instant issued, Member member) {
        return plan(urgency, issued, new FakeChannel(ChannelType.SMS), member);
    }

    private static Plan plan(Urgency urgency, Member... members) {
        return plan(urgency, NOON, new FakeChannel(ChannelType.EMAIL), members);
    }

    private static Plan plan(Urgency urgency, Instant issued, Channel channel, Member... members) {
        var appeal = new IssuedAppeal(
                UUID.randomUUID(),
                4,
                UUID.randomUUID(),
                "COD 001 / 1126 / OBS 001",
                issued,
                issued.plusSeconds(120),
                new Country("COD"),
                urgency,
                Audience.PUBLIC,
                Set.of(),
                List.of(),
                Map.of(Language.FR, TEXT));
        return Plan.of(
                appeal, List.of(members), new Channels(List.of(channel)), Generators.timeBasedEpochGenerator(), issued);
    }

    private static Member member(String country, Contact... contacts) {
        return new Member(
                "M00001",
                "Ligue Exemple",
                new Country(country),
                List.of(Language.RU),
                Stream.of(contacts).toList(),
                ContentPolicy.FULL,
                InCountryPolicy.BLIND,
                LocalDate.EPOCH,
                null,
                1);
    }

    private static Contact email(@Nullable Instant pausedAt) {
        return new Contact(UUID.randomUUID(), new Address(ChannelType.EMAIL, "a@one.example"), false, pausedAt);
    }

    private static Contact sms() {
        return sms(false);
    }

    private static Contact sms(boolean atNight) {
        return new Contact(UUID.randomUUID(), new Address(ChannelType.SMS, "+33639980001"), atNight, null);
    }

    /** Set up, and never used by a plan. */
}
