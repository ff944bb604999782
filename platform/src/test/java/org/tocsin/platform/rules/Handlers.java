package org.tocsin.platform.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tocsin.platform.web.Public;

/** What the rule about handlers is made of. */
final class Handlers {

    private Handlers() {}

    static DescribedPredicate<JavaMethod> areHandlers() {
        return DescribedPredicate.describe(
                "are handlers of HTTP requests",
                method -> method.isAnnotatedWith(RequestMapping.class)
                        || method.isMetaAnnotatedWith(RequestMapping.class));
    }

    static ArchCondition<JavaMethod> sayWhoMayCallThem() {
        return new ArchCondition<>("carry @PreAuthorize, or @Public when anybody may call") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var isGuarded = method.isAnnotatedWith(PreAuthorize.class)
                        || method.isAnnotatedWith(Public.class)
                        || method.getOwner().isAnnotatedWith(Public.class);
                events.add(new SimpleConditionEvent(
                        method, isGuarded, "%s does not say who may call it".formatted(method.getDescription())));
            }
        };
    }
}
