package org.tocsin.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tocsin.embedded.CapturedMessage;
import org.tocsin.local.LocalStack;

/**
 * A warm fan-out of the whole system in turn with Postfix, which gets as many recipients and a message of the same length. Ours
 * goes into the stack's mail server, which is slower than {@code smtp-sink} and runs on the same processors.
 */
final class FanOutBesidePostfix {

    private static final int WARM_UP = 3;
    private static final int REPEATS = 7;
    private static final int BYTES_PER_KIB = 1024;

    private final LocalStack stack;
    private final FanOut fanOut;

    FanOutBesidePostfix(LocalStack stack) {
        this.stack = stack;
        this.fanOut = new FanOut(stack);
    }

    void run() throws IOException {
        var mails = 0;
        for (var i = 0; i < WARM_UP; i++) {
            mails = fanOut.once().messages();
        }
        var message = message(stack.mail().messages());
        var ours = new ArrayList<Duration>();
        var theirs = new ArrayList<Duration>();
        try (var postfix = PostfixVerp.start()) {
            postfix.deliver(message, mails);
            for (var i = 0; i < REPEATS; i++) {
                ours.add(fanOut.once().last());
                theirs.add(postfix.deliver(message, mails));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "P2   issue -> last e-mail  %d x %d KiB, median of %d in turn: ours %d ms, Postfix VERP %d ms, %.1fx"
                        + "   (goal <= 1.0x; Mailman is not here)%n",
                mails,
                message.length() / BYTES_PER_KIB,
                REPEATS,
                median(ours).toMillis(),
                median(theirs).toMillis(),
                (double) median(ours).toNanos() / median(theirs).toNanos());
    }

    /** The appeal of middle length, text and HTML, in Base64. */
    private static String message(List<CapturedMessage> fanOut) {
        var content = fanOut.stream()
                .map(mail -> Objects.requireNonNullElse(mail.text(), "") + Objects.requireNonNullElse(mail.html(), ""))
                .sorted(Comparator.comparingInt(String::length))
                .skip(fanOut.size() / 2)
                .findFirst()
                .orElseThrow();
        return "From: appeals@tocsin.example\r\nSubject: An appeal\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content.getBytes(UTF_8));
    }

    private static Duration median(List<Duration> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
