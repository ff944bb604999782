package org.tocsin.platform.inbox;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.cloud.stream.binding.BindableProxyFactory;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.messaging.Message;

/**
 * The consumers of this service. Four places have to agree on their names: the function definition, the function
 * beans, the bindings configured and the bindings made. Otherwise the application does not start, since the framework
 * would only warn, and a topic would go unread.
 */
class Bindings implements SmartInitializingSingleton {

    static final ResolvableType CONSUMER = ResolvableType.forClassWithGenerics(
            Consumer.class, ResolvableType.forClassWithGenerics(Message.class, byte[].class));

    private static final String INPUT = "-in-0";

    private final ListableBeanFactory beans;
    private final BindingServiceProperties configured;
    private final Environment environment;

    Bindings(ListableBeanFactory beans, BindingServiceProperties configured, Environment environment) {
        this.beans = beans;
        this.configured = configured;
        this.environment = environment;
    }

    static String consumerOf(String bindingName) {
        return bindingName.endsWith(INPUT)
                ? bindingName.substring(0, bindingName.length() - INPUT.length())
                : bindingName;
    }

    /** Names of the function beans. */
    Set<String> consumers() {
        return new TreeSet<>(Arrays.asList(beans.getBeanNamesForType(CONSUMER)));
    }

    @Override
    public void afterSingletonsInstantiated() {
        var expected = consumers();
        check("spring.cloud.function.definition", expected, defined(environment));
        check(
                "spring.cloud.stream.bindings",
                expected,
                names(configured.getBindings().keySet()));
        check("the bindings made", expected, made());
    }

    private static void check(String where, Set<String> expected, Set<String> found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("%s: %s (expected, by the beans: %s)".formatted(where, found, expected));
        }
    }

    /** Names in the function definition. */
    static Set<String> defined(Environment environment) {
        var definition = environment.getProperty("spring.cloud.function.definition", "");
        return Arrays.stream(definition.split("[;|]", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> made() {
        return names(beans.getBeansOfType(BindableProxyFactory.class, false, true).values().stream()
                .flatMap(factory -> factory.getInputs().stream())
                .collect(Collectors.toSet()));
    }

    private static Set<String> names(Set<String> bindings) {
        return bindings.stream().map(Bindings::consumerOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
