package org.tocsin.intake.consent;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom an appeal may endanger.
 *
 * @param mitigations what is done about it
 * @param validUntil the last day on which the answers hold
 */
public record RiskAssessment(
        RiskAnswer subject,
        RiskAnswer family,
        RiskAnswer source,
        RiskAnswer recipients,
        @Nullable String mitigations,
        LocalDate validUntil) {

    /** The answers by the name of their question. */
    public SequencedMap<String, RiskAnswer> answers() {
        var answers = new LinkedHashMap<String, RiskAnswer>();
        answers.put("subject", subject);
        answers.put("family", family);
        answers.put("source", source);
        answers.put("recipients", recipients);
        return answers;
    }

    /** Whether there is a danger about which nothing is done. */
    public boolean isUnmitigated() {
        return mitigations == null && answers().containsValue(RiskAnswer.YES);
    }

    @Override
    public String toString() {
        return "RiskAssessment" + Map.copyOf(answers());
    }
}
