package org.tocsin.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.tocsin.platform.language.Language;

/** A problem as a page, in the reader's language and in words for anybody: no code, no stack, nothing of the request. */
final class ProblemPage extends AbstractHttpMessageConverter<ProblemDetail> {

    private static final String SENTENCES = "org.tocsin.platform.web.problem";
    private static final ResourceBundle.Control ONLY_OURS =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ITemplateEngine templates;

    ProblemPage(ITemplateEngine templates) {
        super(StandardCharsets.UTF_8, MediaType.TEXT_HTML);
        this.templates = templates;
    }

    String render(ProblemDetail problem, Locale wanted) {
        var language = Language.of(wanted.getLanguage()).orElse(Language.EN);
        var sentences = ResourceBundle.getBundle(SENTENCES, language.locale(), ONLY_OURS);
        var context = new Context(language.locale());
        context.setVariable("language", language);
        context.setVariable("title", sentences.getString("title"));
        context.setVariable("sentence", sentences.getString(key(problem.getStatus())));
        return templates.process("problem", context);
    }

    private static String key(int status) {
        return switch (status) {
            case 404, 410 -> "gone";
            case 429, 503 -> "later";
            default -> status < 500 ? "refused" : "failed";
        };
    }

    @Override
    protected boolean supports(Class<?> type) {
        return ProblemDetail.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return super.canWrite(type, mediaType)
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                && ProblemWriter.wantsPage(current.getRequest());
    }

    @Override
    protected ProblemDetail readInternal(Class<? extends ProblemDetail> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("pages are only written", input);
    }

    @Override
    protected void writeInternal(ProblemDetail problem, HttpOutputMessage output) throws IOException {
        output.getBody().write(render(problem, LocaleContextHolder.getLocale()).getBytes(StandardCharsets.UTF_8));
    }
}
