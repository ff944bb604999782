package org.tocsin.platform.settings;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.BoundConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Stops the start when a setting is missing that has no default, or when one below {@code tocsin.} is read by nobody,
 * which is how a typo shows. Environment variables that begin with {@code TOCSIN_} are settings, too.
 */
final class SettingsCheck implements SmartInitializingSingleton {

    private static final List<String> REQUIRED = List.of("server.port", "management.server.port");
    private static final Pattern OURS = Pattern.compile("(?i)tocsin[._].+");

    private final ApplicationContext context;
    private final ConfigurableEnvironment environment;

    SettingsCheck(ApplicationContext context, ConfigurableEnvironment environment) {
        this.context = context;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (context instanceof WebServerApplicationContext) {
            REQUIRED.stream()
                    .filter(name -> !environment.containsProperty(name))
                    .forEach(name -> {
                        throw new WrongSettings("%s is not set".formatted(name));
                    });
        }
        var read = Objects.requireNonNull(BoundConfigurationProperties.get(context)).getAll().keySet().stream()
                .map(name -> plain(name.toString()))
                .collect(Collectors.toSet());
        var unread = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> settings) {
                for (var name : settings.getPropertyNames()) {
                    if (OURS.matcher(name).matches() && !read.contains(plain(name))) {
                        unread.add(name);
                    }
                }
            }
        }
        if (!unread.isEmpty()) {
            throw new WrongSettings("no such setting: " + String.join(", ", unread));
        }
    }

    /** Spellings of one name ({@code a.b-c}, {@code a.bC}, {@code A_B_C}) agree once only letters and digits are left. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
