package org.tocsin.platform.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** The front door that each service shares. */
@AutoConfiguration(before = {ErrorMvcAutoConfiguration.class, SecurityAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebAutoConfiguration {

    /** After the request's observation has begun, before security. */
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    ProblemPage problemPage(ITemplateEngine templates) {
        return new ProblemPage(templates);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json, ProblemPage page) {
        return new ProblemWriter(json, page);
    }

    @Bean
    ProblemAdvice platformProblemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    SecurityProblems securityProblems(ProblemWriter problems, ObjectProvider<Denials> denials) {
        return new SecurityProblems(problems, denials);
    }

    @Bean
    LastResort lastResort(ProblemWriter problems) {
        return new LastResort(problems);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(problems));
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    @Bean
    JsonMapperBuilderCustomizer pastedText() {
        return builder -> builder.addModule(new PastedText());
    }

    @Bean
    WebMvcConfigurer frontDoor(ProblemPage page) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver());
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(page);
            }

            /** The default instance is the path, which is what was sent. */
            @Override
            public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
                interceptors.add((problem, response) -> problem.setInstance(null));
            }
        };
    }
}
