package org.tocsin.notification.rendering;

import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.tocsin.platform.language.Language;

/** The shapes of our messages: {@code mail/*.html} and {@code mail/*.txt}. Part of the program, never of its data. */
final class Templates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Templates(MessageSource messages) {
        engine.setTemplateEngineMessageSource(messages);
        engine.setTemplateResolvers(
                Set.of(resolver("*.html", TemplateMode.HTML), resolver("*.txt", TemplateMode.TEXT)));
    }

    String fill(String template, Language language, Map<String, Object> values) {
        return engine.process(template, new Context(language.locale(), values));
    }

    private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setResolvablePatterns(Set.of(pattern));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
