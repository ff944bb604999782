package org.tocsin.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.tocsin.platform.rules.HouseRules;

@AnalyzeClasses(packages = "org.tocsin.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest // seen to fail when denied requests were put on record by the front door itself
    static final ArchRule theFrontDoorKnowsNoMessaging = noClasses()
            .that()
            .resideInAPackage("org.tocsin.platform.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tocsin.platform.audit..",
                    "org.tocsin.platform.outbox..",
                    "org.tocsin.platform.codec..",
                    "org.tocsin.platform.inbox..",
                    "org.springframework.kafka..");
}
