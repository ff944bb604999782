package org.tocsin.alert;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.platform.outbox.Outbox;
import org.tocsin.platform.rules.HouseRules;
import org.tocsin.platform.sealing.Seals;

@AnalyzeClasses(packages = "org.tocsin.alert", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule casesAndReferencesKnowNoOtherFeature = noClasses()
            .that()
            .resideInAPackage("..alert.casefile..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..alert.appeal..", "..alert.clause..", "..platform..");

    @ArchTest
    static final ArchRule clausesKnowNoOtherFeature = noClasses()
            .that()
            .resideInAPackage("..alert.clause..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..alert.appeal..", "..alert.casefile..", "org.springframework..");

    @ArchTest
    static final ArchRule namesAreOpenedInOnePlace = noClasses()
            .that()
            .doNotHaveSimpleName("CaseNames")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Seals.class);

    @ArchTest
    static final ArchRule eventsLeaveThroughEvents = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Events")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Outbox.class);

    @ArchTest
    static final ArchRule sqlStaysWithTheTables = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Jdbc")
            .and()
            .doNotHaveSimpleName("ReferenceCounters")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class);
}
