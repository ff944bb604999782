package org.tocsin.intake.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.intake.consent.RiskAnswer;
import org.tocsin.intake.fields.Faults;

/** What has to be known and agreed before an incident may be called VERIFIED, since that starts an appeal. */
final class VerifiedRules {

    private static final String CONFIDENTIAL = "use CONFIDENTIAL_ACTION";

    private VerifiedRules() {}

    static void check(Ruling ruling, List<String> persons, Faults faults) {
        findings(ruling.findings(), faults);
        consents(ruling, persons, faults);
        risk(ruling, faults);
    }

    private static void findings(Ruling.Findings findings, Faults faults) {
        missing("/reliability", findings.reliability(), faults);
        missing("/method", findings.method(), faults);
        missing("/corroboratedBy", findings.corroboratedBy(), faults);
        var certainty = findings.certainty();
        if (certainty == null) {
            missing("/certainty", null, faults);
        } else if (!faults.has("/certainty") && !certainty.carriesAnAppeal()) {
            faults.add("/certainty", "VERIFIED needs CONFIRMED, LIKELY or POSSIBLE; use NOT_VERIFIABLE_YET");
        }
    }

    private static void consents(Ruling ruling, List<String> persons, Faults faults) {
        for (var person : persons) {
            if (ruling.consents().of(person).isEmpty()) {
                faults.add("/consents", "the consent of %s is missing; without it %s".formatted(person, CONFIDENTIAL));
            }
        }
        var consents = ruling.consents().all();
        for (int i = 0; i < consents.size(); i++) {
            var at = "/consents/%d/audiences".formatted(i);
            if (!consents.get(i).includesMembers() && !faults.has(at)) {
                faults.add(at, "an appeal goes to MEMBERS; without their agreement %s".formatted(CONFIDENTIAL));
            }
        }
    }

    private static void risk(Ruling ruling, Faults faults) {
        var risk = ruling.risk();
        if (risk == null) {
            faults.add("/risk", "required");
            return;
        }
        risk.answers().forEach((question, answer) -> {
            if (answer == RiskAnswer.UNKNOWN) {
                faults.add(
                        "/risk/" + question,
                        "UNKNOWN stops until a second person accepts it in writing; find out, or " + CONFIDENTIAL);
            }
        });
        if (risk.isUnmitigated()) {
            faults.add("/risk/mitigations", "required where an answer is YES: what is done about the danger");
        }
    }

    private static void missing(String pointer, @Nullable Object value, Faults faults) {
        if (value == null && !faults.has(pointer)) {
            faults.add(pointer, "required for VERIFIED");
        }
    }
}
