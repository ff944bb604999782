package org.tocsin.archive;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.platform.rules.HouseRules;
import org.tocsin.platform.sealing.Seals;

@AnalyzeClasses(packages = "org.tocsin.archive", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule theLedgerKnowsNoReadSide = noClasses()
            .that()
            .resideInAPackage("..archive.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..archive.timeline..");

    @ArchTest
    static final ArchRule theTimelineOpensNoSeal = noClasses()
            .that()
            .resideInAnyPackage("..archive.ledger..", "..archive.timeline..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Seals.class);

    @ArchTest
    static final ArchRule sqlStaysWithTheTables = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Jdbc")
            .and()
            .doNotHaveSimpleName("Timeline")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class);
}
