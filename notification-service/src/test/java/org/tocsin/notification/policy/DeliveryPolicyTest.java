package org.tocsin.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.policy.PolicyDecision.Block;
import org.tocsin.notification.policy.PolicyDecision.Send;
import org.tocsin.platform.language.Country;

class DeliveryPolicyTest {

    private static final Country CONGO = new Country("COD");
    private static final Country RWANDA = new Country("RWA");
    private static final Country FRANCE = new Country("FRA");

    /** Who may read the appeal, and what the member asked for, against the three ways a message can travel. */
    private static final String ELSEWHERE = """
            audience | policy    | e-mail with PGP                        | e-mail in clear              | SMS
            PUBLIC   | FULL      | FULL PUBLIC_FULL                       | FULL PUBLIC_FULL             | NOTICE PUBLIC_BY_SMS
            PUBLIC   | REDACTED  | REDACTED PUBLIC_REDACTED               | REDACTED PUBLIC_REDACTED     | NOTICE PUBLIC_BY_SMS
            PUBLIC   | LINK_ONLY | NOTICE PUBLIC_LINK_ONLY                | NOTICE PUBLIC_LINK_ONLY      | NOTICE PUBLIC_LINK_ONLY
            PUBLIC   | BLIND     | BLIND MEMBER_BLIND                     | BLIND MEMBER_BLIND           | BLIND MEMBER_BLIND
            MEMBERS  | FULL      | FULL RESTRICTED_FULL_ENCRYPTED         | BLIND RESTRICTED_IN_CLEAR    | BLIND RESTRICTED_BY_SMS
            MEMBERS  | REDACTED  | REDACTED RESTRICTED_REDACTED_ENCRYPTED | BLIND RESTRICTED_IN_CLEAR    | BLIND RESTRICTED_BY_SMS
            MEMBERS  | LINK_ONLY | BLIND RESTRICTED_LINK_ONLY             | BLIND RESTRICTED_LINK_ONLY   | BLIND RESTRICTED_LINK_ONLY
            MEMBERS  | BLIND     | BLIND MEMBER_BLIND                     | BLIND MEMBER_BLIND           | BLIND MEMBER_BLIND
            """;

    /** The same for members where the danger is, whatever the audience and their content policy. */
    private static final String WHERE_THE_DANGER_IS = """
            in-country | e-mail with PGP        | e-mail in clear        | SMS
            BLIND      | BLIND IN_COUNTRY_BLIND | BLIND IN_COUNTRY_BLIND | BLOCK IN_COUNTRY_NO_SMS
            NONE       | BLOCK IN_COUNTRY_NONE  | BLOCK IN_COUNTRY_NONE  | BLOCK IN_COUNTRY_NONE
            """;

    private record Way(ChannelType channel, boolean encryption) {}

    private static final List<Way> WAYS = List.of(
            new Way(ChannelType.EMAIL, true), new Way(ChannelType.EMAIL, false), new Way(ChannelType.SMS, false));

    @Test
    void decidesEveryRowOfTheTableForMembersElsewhere() {
        var rows = rows(ELSEWHERE);
        assertThat(rows).hasSize(Audience.values().length * ContentPolicy.values().length);
        for (var row : rows) {
            for (var inCountry : InCountryPolicy.values()) {
                var recipient = new Recipient(FRANCE, ContentPolicy.valueOf(row.get(1)), inCountry);
                assertThat(decisions(Audience.valueOf(row.get(0)), recipient))
                        .as("%s", row)
                        .isEqualTo(row.subList(2, 5));
            }
        }
    }

    @Test
    void decidesEveryRowOfTheTableWhereTheDangerIs() {
        for (var country : List.of(CONGO, RWANDA)) {
            for (var row : rows(WHERE_THE_DANGER_IS)) {
                for (var audience : Audience.values()) {
                    for (var policy : ContentPolicy.values()) {
                        var recipient = new Recipient(country, policy, InCountryPolicy.valueOf(row.get(0)));
                        assertThat(decisions(audience, recipient))
                                .as("%s %s %s", row, audience, policy)
                                .isEqualTo(row.subList(1, 4));
                    }
                }
            }
        }
    }

    @Test
    void treatsMembersWhereTheDangerIsLikeOthersIfTheyChoseFull() {
        for (var country : List.of(CONGO, RWANDA)) {
            for (var audience : Audience.values()) {
                for (var policy : ContentPolicy.values()) {
                    var there = new Recipient(country, policy, InCountryPolicy.FULL);
                    var elsewhere = new Recipient(FRANCE, policy, InCountryPolicy.FULL);
                    assertThat(decisions(audience, there)).isEqualTo(decisions(audience, elsewhere));
                }
            }
        }
    }

    @Test
    void hasNoReasonThatIsNeverGiven() {
        var given = new HashSet<String>();
        Stream.of(ELSEWHERE, WHERE_THE_DANGER_IS)
                .flatMap(table -> rows(table).stream())
                .flatMap(List::stream)
                .forEach(cell -> given.addAll(Arrays.asList(cell.split(" "))));
        assertThat(PolicyReason.values()).allSatisfy(reason -> assertThat(given).contains(reason.name()));
    }

    private static List<String> decisions(Audience audience, Recipient recipient) {
        var decisions = new ArrayList<String>();
        for (var way : WAYS) {
            var question =
                    new PolicyQuestion(audience, CONGO, Set.of(RWANDA), recipient, way.channel(), way.encryption());
            decisions.add(
                    switch (DeliveryPolicy.decide(question)) {
                        case Send(var contentClass, var reason) -> contentClass + " " + reason;
                        case Block(var reason) -> "BLOCK " + reason;
                    });
        }
        return decisions;
    }

    private static List<List<String>> rows(String table) {
        return table.lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
    }
}
