package org.tocsin.intake.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentsTest {

    private static final Consent PUBLIC = consent("P1", true, Audience.MEMBERS, Audience.PUBLIC);
    private static final Consent RESTRICTED = consent("P2", false, Audience.MEMBERS);

    @Test
    void allowAPublicAppealIfEverybodyAgreed() {
        assertThat(new Consents(List.of(PUBLIC)).allowPublic(false)).isTrue();
        assertThat(new Consents(List.of(PUBLIC, RESTRICTED)).allowPublic(true)).isFalse();
    }

    @Test
    void doNotTakePublicWithoutMembersForAnAgreement() {
        assertThat(consent("P1", true, Audience.PUBLIC).includesPublic()).isFalse();
    }

    @Test
    void leaveAnAppealWithoutPersonsRestrictedUnlessAskedFor() {
        assertThat(new Consents(List.of()).allowPublic(false)).isFalse();
        assertThat(new Consents(List.of()).allowPublic(true)).isTrue();
    }

    @Test
    void showThePlaceIfNobodyMinds() {
        assertThat(new Consents(List.of()).allowPlace()).isTrue();
        assertThat(new Consents(List.of(PUBLIC)).allowPlace()).isTrue();
        assertThat(new Consents(List.of(PUBLIC, RESTRICTED)).allowPlace()).isFalse();
    }

    @Test
    void aDangerWantsAnAnswer() {
        assertThat(risk(RiskAnswer.YES, null).isUnmitigated()).isTrue();
        assertThat(risk(RiskAnswer.YES, "sent by courier").isUnmitigated()).isFalse();
        assertThat(risk(RiskAnswer.NO, null).isUnmitigated()).isFalse();
    }

    @Test
    void tellALogNothingOfTheMitigations() {
        assertThat(risk(RiskAnswer.YES, "sent by courier").toString()).doesNotContain("courier");
    }

    private static RiskAssessment risk(RiskAnswer source, @Nullable String mitigations) {
        return new RiskAssessment(
                RiskAnswer.NO, RiskAnswer.NO, source, RiskAnswer.NO, mitigations, LocalDate.of(2026, 12, 31));
    }

    private static Consent consent(String person, boolean place, Audience... audiences) {
        return new Consent(person, GivenBy.FAMILY, Set.of(audiences), true, false, place, true);
    }
}
