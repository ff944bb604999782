package org.tocsin.notification.rendering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tocsin.platform.language.Language;

/** Our own sentences in one language: complete ones, in {@code mail/messages_<language>.properties}. */
record Words(Language language, MessageSource messages) {

    static MessageSource load() {
        var messages = new ResourceBundleMessageSource();
        messages.setBundleClassLoader(Words.class.getClassLoader());
        messages.setBasename("mail/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    String plain(String key) {
        return messages.getMessage(key, new Object[0], language.locale());
    }

    /** A sentence with values in it, each of which keeps its own direction. */
    Prose say(String key, String... values) {
        var marked = Arrays.stream(values).map(Prose::isolate).toArray();
        return Prose.of(messages.getMessage(key, marked, language.locale()));
    }

    /** As the language writes dates, with the digits 0 to 9; English with the day first, as most of the network does. */
    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language == Language.EN ? Locale.UK : language.locale())
                .withDecimalStyle(DecimalStyle.STANDARD)
                .format(date);
    }
}
