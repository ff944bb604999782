package org.tocsin.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.platform.rules.HouseRules;
import org.tocsin.platform.sealing.Seals;

@AnalyzeClasses(packages = "org.tocsin.intake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule incidentsDoNotKnowHowTheyAreVerified = noClasses()
            .that()
            .resideInAPackage("..intake.incident..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..intake.verification..", "..intake.consent..");

    @ArchTest
    static final ArchRule theVaultKnowsNoOtherFeature = noClasses()
            .that()
            .resideInAPackage("..intake.vault..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..intake.incident..", "..intake.verification..", "..intake.consent..");

    @ArchTest
    static final ArchRule consentKnowsNoOtherFeature = noClasses()
            .that()
            .resideInAPackage("..intake.consent..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..intake.incident..", "..intake.verification..", "..intake.vault..");

    @ArchTest
    static final ArchRule onlyTheVaultOpensSeals = noClasses()
            .that()
            .resideOutsideOfPackage("..intake.vault..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Seals.class);

    @ArchTest
    static final ArchRule controllersLeaveTheDatabaseToUseCases = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class);

    @ArchTest
    static final ArchRule jdbcStaysInThePackage =
            classes().that().haveSimpleNameStartingWith("Jdbc").should().bePackagePrivate();
}
