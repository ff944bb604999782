package org.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.platform.rules.HouseRules;

/** Each rule of the house fails for code that breaks it; a rule that cannot fail guards nothing. */
class HouseRulesTest {

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("org.tocsin.broken");

    private static final Map<String, String[]> FOUND = Map.of(
            "contractsStayAtTheEdge", new String[] {"Careless.contract()"},
            "everyHandlerSaysWhoMayCallIt", new String[] {"Careless.handler()> does not say who may call it"},
            "onlyProblemAdviceKnowsErrorStatuses",
                    new String[] {"I_AM_A_TEAPOT", "notFound()", "ResponseStatusException", "annotated with an error"},
            "jsonIsReadByJackson3", new String[] {"ObjectMapper"},
            "timeIsHandedIn", new String[] {"Instant.now()"},
            "dependenciesComeThroughTheConstructor", new String[] {"Careless.setting"},
            "onlyTheRelayPublishes", new String[] {"StreamBridge"},
            "packagesAreFreeOfCycles", new String[] {"Cycle detected"});

    static Stream<String> rules() {
        return Arrays.stream(HouseRules.class.getFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> field.getName());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void failsForCodeThatBreaksIt(String rule) throws ReflectiveOperationException {
        var result = ((ArchRule) HouseRules.class.getField(rule).get(null)).evaluate(BROKEN);
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(FOUND.get(rule));
    }

    @Test
    void knowsAnExampleForEachRule() {
        assertThat(rules()).containsExactlyInAnyOrderElementsOf(FOUND.keySet());
    }
}
