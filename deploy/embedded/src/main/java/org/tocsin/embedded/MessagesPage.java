package org.tocsin.embedded;

import static java.time.ZoneOffset.UTC;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The captured messages as pages without script, for a telephone too. */
final class MessagesPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(UTC);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)\\]]");

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ps", "ur");

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.4rem; }
            ol { list-style: none; padding: 0; }
            li a { border-top: 1px solid #8888; color: inherit; display: block; padding: .6rem 0; text-decoration: none; }
            li a:hover strong, li a:focus strong { text-decoration: underline; }
            li strong { display: block; }
            li span { display: block; font-size: .875rem; }
            pre { border: 1px solid #8888; font: inherit; padding: 1rem; white-space: pre-wrap; }
            iframe { background: #fff; border: 1px solid #8888; box-sizing: border-box; height: 70vh; width: 100%%; }
            input, button { font: inherit; min-height: 2.75rem; padding: 0 .75rem; }
            dt { font-weight: 600; }
            dd { margin: 0 0 .5rem; white-space: pre-wrap; }
            summary { min-height: 2.75rem; }
            </style>
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private MessagesPage() {}

    /** Newest first; with words, only what has them in its recipient, its subject or its language. */
    static String list(List<CapturedMessage> messages, List<CapturedText> texts, String words) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        var items = IntStream.iterate(messages.size(), number -> number > 0, number -> number - 1)
                .filter(number -> matches(messages.get(number - 1), wanted))
                .mapToObj(number -> item(number, messages.get(number - 1)))
                .collect(Collectors.joining("\n"));
        var texted = texts.reversed().stream()
                .filter(text -> matches(text, wanted))
                .map(MessagesPage::item)
                .collect(Collectors.joining("\n"));
        var body = """
                <h1>Captured messages</h1>
                <p>%d taken since the start. Nothing here was delivered to anybody; all of it is gone when the stack stops.</p>
                <form action="/" method="get"><label>Recipient, subject or language <input name="q" value="%s" dir="auto"></label>
                <button>Search</button></form>
                <h2>SMS</h2>
                <ol>
                %s
                </ol>
                <h2>E-mail</h2>
                <ol>
                %s
                </ol>""".formatted(messages.size() + texts.size(), escape(words), texted, items);
        return FRAME.formatted("Captured messages", body);
    }

    static String one(CapturedMessage message) {
        var html = Objects.requireNonNullElse(message.html(), "");
        var text = Objects.requireNonNullElse(message.text(), "");
        var body = """
                <p><a href="/">All messages</a></p>
                <h1 lang="%1$s" dir="%8$s">%2$s</h1>
                <p>To <bdi>%3$s</bdi>, at %4$s UTC, language <bdi>%1$s</bdi></p>
                <h2>Text</h2>
                <pre lang="%1$s" dir="%8$s">%5$s</pre>
                <h2>HTML</h2>
                <iframe sandbox title="The message as HTML" srcdoc="%6$s"></iframe>
                <details><summary>Headers</summary><dl>%7$s</dl></details>""".formatted(
                        escape(message.language()),
                        escape(message.subject()),
                        escape(message.recipient()),
                        TIME.format(message.at()),
                        withLinks(text),
                        escape(html),
                        headers(message),
                        direction(message));
        return FRAME.formatted(escape(message.subject()), body);
    }

    private static boolean matches(CapturedMessage message, String wanted) {
        return wanted.isEmpty()
                || message.recipient().toLowerCase(Locale.ROOT).contains(wanted)
                || message.subject().toLowerCase(Locale.ROOT).contains(wanted)
                || message.language().toLowerCase(Locale.ROOT).equals(wanted);
    }

    private static boolean matches(CapturedText text, String wanted) {
        return wanted.isEmpty()
                || text.recipient().contains(wanted)
                || text.text().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static String item(CapturedText text) {
        return """
                <li><p dir="auto">%s</p>
                <span><bdi>%s</bdi> · %s · %d × %s</span></li>""".formatted(
                        withLinks(text.text()),
                        escape(text.recipient()),
                        TIME.format(text.at()),
                        text.segments(),
                        text.encoding());
    }

    private static String item(int number, CapturedMessage message) {
        return """
                <li><a href="/messages/%d"><strong lang="%s" dir="%s">%s</strong>
                <span><bdi>%s</bdi> · %s · <bdi>%s</bdi></span></a></li>""".formatted(
                        number,
                        escape(message.language()),
                        direction(message),
                        escape(message.subject()),
                        escape(message.recipient()),
                        TIME.format(message.at()),
                        escape(message.language()));
    }

    /** Known languages have theirs; guessing line by line would scatter the lines without letters. */
    private static String direction(CapturedMessage message) {
        var tag = message.language();
        return tag.isEmpty()
                ? "auto"
                : RIGHT_TO_LEFT.contains(Locale.forLanguageTag(tag).getLanguage()) ? "rtl" : "ltr";
    }

    private static String headers(CapturedMessage message) {
        return message.headers().entrySet().stream()
                .map(header -> "<dt>%s</dt><dd><bdi>%s</bdi></dd>"
                        .formatted(escape(header.getKey()), escape(header.getValue())))
                .collect(Collectors.joining("\n"));
    }

    /** The links of the text can be followed, as in a mail program; what is around them is escaped. */
    private static String withLinks(String text) {
        var html = new StringBuilder();
        var links = LINK.matcher(text);
        var end = 0;
        while (links.find()) {
            var link = escape(links.group());
            html.append(escape(text.substring(end, links.start())))
                    .append("<a rel=\"noreferrer\" href=\"%s\"><bdi>%s</bdi></a>".formatted(link, link));
            end = links.end();
        }
        return html.append(escape(text.substring(end))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
