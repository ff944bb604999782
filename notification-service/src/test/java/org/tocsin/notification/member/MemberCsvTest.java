package org.tocsin.notification.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.notification.Callers;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.InvalidRequest;

class MemberCsvTest {

    private static final String HEADER = String.join(",", MemberCsv.COLUMNS) + "\n";
    private static final String SOUND =
            "M00001,Centro Exemplo,AGO,pt fr,a@ago.member.example,+33639980001,EMAIL SMS,FULL,BLIND,yes,1987-12-01,\n";

    @Test
    void readsTheWholeNetwork() {
        var profiles = read(Callers.network());
        assertThat(profiles).hasSize(311);
        assertThat(profiles.values().stream()
                        .mapToInt(profile -> profile.contacts().size())
                        .sum())
                .isEqualTo(541);
    }

    @Test
    void wakesOnlyThePhone() {
        assertThat(read(HEADER + SOUND).get("M00001"))
                .satisfies(profile -> assertThat(profile.contacts())
                        .extracting(Contact.WantedContact::atNight)
                        .containsExactly(false, true));
    }

    @Test
    void readsSeveralAddressesAndWhichTelephonesWake() {
        var several = SOUND.replace("a@ago.member.example", "a@ago.member.example b@ago.member.example")
                .replace("+33639980001", "+33 6 39 98 00 01 +33639980002");
        assertThat(contacts(several.replace("yes", "no yes")))
                .containsExactly(
                        "a@ago.member.example false",
                        "b@ago.member.example false",
                        "+33639980001 false",
                        "+33639980002 true");
        assertThat(contacts(several)).endsWith("+33639980001 true", "+33639980002 true");
    }

    @Test
    void takesAsManyAddressesAsAFormDoes() {
        var twenty = IntStream.range(0, 20)
                .mapToObj("a%d@ago.member.example"::formatted)
                .collect(Collectors.joining(" "));
        assertThat(only(SOUND.replace("a@ago.member.example", twenty).replace("+33639980001,EMAIL SMS", ",EMAIL"))
                        .contacts())
                .hasSize(20);
        assertThat(faults(HEADER + SOUND.replace("a@ago.member.example", twenty)))
                .extracting(FieldFault::pointer)
                .containsExactly("/2/channels");
    }

    @Test
    void takesTheApostropheOfASpreadsheetOff() {
        var profile = only(SOUND.replace("Centro", "'=Centro").replace("+33", "'+33"));
        assertThat(profile.organisation()).isEqualTo("=Centro Exemplo");
        assertThat(profile.contacts()).hasSize(2);
    }

    @Test
    void takesAByteOrderMark() {
        assertThat(read("\uFEFF" + HEADER + SOUND)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M00001|X1|member_id",
                "Centro Exemplo|''|organisation",
                "AGO|XXX|country",
                "pt fr|pt xx|languages",
                "pt fr|''|languages",
                "a@ago.member.example|nobody|email",
                "+33639980001|0639980001|phone",
                "EMAIL SMS|EMAIL PIGEON|channels",
                "EMAIL SMS|EMAIL|phone",
                "FULL|ALL|content_policy",
                "BLIND|HALF|in_country_policy",
                "yes|maybe|sms_at_night",
                "yes|yes no|sms_at_night",
                "a@ago.member.example|a@ago.member.example nobody|email",
                "a@ago.member.example|a@ago.member.example a@AGO.member.example|email",
                "+33639980001|+33639980001 0639980001|phone",
                "+33639980001|+33639980001 +33639980001|phone",
                "1987-12-01|1987-13-01|valid_from"
            })
    void namesRowAndColumnOfAFault(String sound, String wrong, String column) {
        assertThat(faults(HEADER
                        + SOUND
                        + SOUND.replace("M00001", "M00002").replace(sound.equals("M00001") ? "M00002" : sound, wrong)))
                .extracting(FieldFault::pointer)
                .containsExactly("/3/" + column);
    }

    @Test
    void refusesAnEndBeforeTheBeginning() {
        assertThat(faults(HEADER + SOUND.replace("1987-12-01,", "1987-12-01,1987-11-30")))
                .extracting(FieldFault::pointer)
                .containsExactly("/2/valid_to");
    }

    @Test
    void refusesAMemberGivenTwice() {
        assertThat(faults(HEADER + SOUND + SOUND))
                .extracting(FieldFault::pointer)
                .containsExactly("/3/member_id");
    }

    @Test
    void tellsAllFaultsAtOnce() {
        assertThat(faults(HEADER + SOUND.replace("AGO", "XXX").replace("yes", "maybe")))
                .extracting(FieldFault::pointer)
                .containsExactlyInAnyOrder("/2/country", "/2/sms_at_night");
    }

    @Test
    void wantsExactlyTheColumns() {
        assertThat(faults("member_id,organisation\nM00001,x\n"))
                .extracting(FieldFault::pointer)
                .containsExactly("/1");
        assertThat(faults("")).extracting(FieldFault::pointer).containsExactly("/1");
        assertThat(faults(HEADER + "M00001,x\n"))
                .extracting(FieldFault::pointer)
                .containsExactly("/2");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        var file = (HEADER + SOUND.replace("Exemplo", "Exemplo\u00e9")).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(InvalidRequest.class, () -> MemberCsv.read(file)))
                .isNotNull();
    }

    @Test
    void repeatsNothingOfTheFile() {
        assertThat(faults(HEADER + "\"Jeanne,unclosed\n").toString()).doesNotContain("Jeanne");
        assertThat(faults(HEADER + SOUND.replace("AGO", "Jeanne").replace("a@ago", "Jeanne Dupont@ago"))
                        .toString())
                .doesNotContain("Jeanne");
    }

    private static List<String> contacts(String row) {
        return only(row).contacts().stream()
                .map(contact -> contact.address().value() + " " + contact.atNight())
                .toList();
    }

    private static Profile only(String row) {
        return read(HEADER + row).values().iterator().next();
    }

    private static Map<String, Profile> read(String csv) {
        return MemberCsv.read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<FieldFault> faults(String csv) {
        return catchThrowableOfType(InvalidRequest.class, () -> read(csv)).faults();
    }
}
