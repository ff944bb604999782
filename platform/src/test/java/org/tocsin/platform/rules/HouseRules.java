package org.tocsin.platform.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Configuration;

/**
 * Rules of every module. A module checks itself with
 * {@code @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class)} in a class with
 * {@code @AnalyzeClasses(packages = "org.tocsin.<module>", importOptions = DoNotIncludeTests.class)}.
 */
public final class HouseRules {

    private HouseRules() {}

    @ArchTest
    public static final ArchRule contractsStayAtTheEdge = noClasses()
            .that()
            .haveNameNotMatching(".*(Listener|Events)(\\$.*)?") // with what the compiler nests in them
            .and()
            .resideOutsideOfPackages("org.tocsin.schemas..", "org.tocsin.platform.codec..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tocsin.schemas..")
            .because("only the way in and the way out of a topic know its contract");

    @ArchTest
    public static final ArchRule everyHandlerSaysWhoMayCallIt =
            methods().that(Handlers.areHandlers()).should(Handlers.sayWhoMayCallThem());

    @ArchTest
    public static final ArchRule onlyProblemAdviceKnowsErrorStatuses = classes()
            .that()
            .areNotAssignableTo("org.tocsin.platform.web.Problems")
            .and()
            .resideOutsideOfPackage("org.tocsin.platform..")
            .should(Statuses.notDecideErrorStatuses())
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule jsonIsReadByJackson3 = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
            .because("Jackson 2 is on the class path for others only, and is not configured to be strict");

    @ArchTest
    public static final ArchRule timeIsHandedIn = noClasses()
            .that()
            .areNotAnnotatedWith(Configuration.class)
            .and()
            .areNotAnnotatedWith(AutoConfiguration.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a rule about time can only be tested with a clock that is handed in");

    @ArchTest
    public static final ArchRule dependenciesComeThroughTheConstructor = fields().should()
            .notBeAnnotatedWith(Autowired.class)
            .andShould()
            .notBeAnnotatedWith(Value.class)
            .andShould()
            .notBeAnnotatedWith("jakarta.annotation.Resource")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule onlyTheRelayPublishes = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(StreamBridge.class)
            .because("StreamBridge answers before anything is stored; events leave through the outbox");

    @ArchTest
    public static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.tocsin.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);
}
