package org.tocsin.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.platform.outbox.Outbox;
import org.tocsin.platform.rules.HouseRules;
import org.tocsin.platform.sealing.Seals;

@AnalyzeClasses(packages = "org.tocsin.notification", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule deliveryKnowsNoProtocol = noClasses()
            .that()
            .resideInAnyPackage("..notification.delivery..", "..notification.member..", "..notification.feedback..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..notification.channel.smtp..", "jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule membersKnowNoOtherFeature = noClasses()
            .that()
            .resideInAPackage("..notification.member..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..notification.delivery..", "..notification.feedback..", "..notification.rendering..");

    @ArchTest
    static final ArchRule policyDecidesByItself = noClasses()
            .that()
            .resideInAPackage("..notification.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..notification.member..",
                    "..notification.delivery..",
                    "..notification.feedback..",
                    "..notification.rendering..",
                    "org.springframework..");

    @ArchTest
    static final ArchRule renderingAndChannelsKnowNoDeliveries = noClasses()
            .that()
            .resideInAnyPackage("..notification.rendering..", "..notification.channel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..notification.member..", "..notification.delivery..", "..notification.feedback..");

    @ArchTest
    static final ArchRule deliveryDoesNotKnowFeedback = noClasses()
            .that()
            .resideInAPackage("..notification.delivery..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..notification.feedback..");

    @ArchTest
    static final ArchRule namesAreOpenedInOnePlace = noClasses()
            .that()
            .doNotHaveSimpleName("Names")
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
            .areNotAnnotatedWith(Repository.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class);
}
