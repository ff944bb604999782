package org.tocsin.notification.channel.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.platform.language.Language;

/**
 * Measures {@link SmtpChannel} beside Postfix's {@code smtp-source}, into the same {@code smtp-sink}, in turn: 311 messages,
 * each its own. {@code deploy/benchmark/run sender} calls it.
 */
final class SenderStage {

    static final int MEMBERS = 311;
    private static final int REPEATS = 30;
    private static final Duration FAR = Duration.ofMillis(20);

    private SenderStage() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (var sink = SmtpSink.start();
                var far = FarRelay.before(sink.port(), FAR)) {
            FirstFanOut.compare(sink.port());
            compare("P1", "4 KiB", 4096, sink.port(), 16, REPEATS, "1.00");
            compare("P1", "30 KiB", 30_720, sink.port(), 16, REPEATS, "1.00");
            compare("P3", "4 KiB, 20 ms away", 4096, far.port(), 16, REPEATS / 3, "0.35");
            compare("P3", "4 KiB, 20 ms away", 4096, far.port(), 50, REPEATS / 3, "0.35");
        }
    }

    private static void compare(
            String number, String what, int bytes, int port, int connections, int repeats, String goal)
            throws IOException, InterruptedException {
        var ours = new ArrayList<Long>();
        var theirs = new ArrayList<Long>();
        try (var channel = Mails.channel(port, connections)) {
            for (var i = 0; i < repeats; i++) {
                theirs.add(smtpSource(bytes, port, connections));
                ours.add(channel(channel, messages(bytes)));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-4s sender, warm   %d x %s, %d connections: ours %.1f ms, smtp-source %.1f ms, %.2fx   (goal <= %sx)%n",
                number,
                MEMBERS,
                what,
                connections,
                median(ours) / 1e6,
                median(theirs) / 1e6,
                (double) median(ours) / median(theirs),
                goal);
    }

    static long channel(SmtpChannel channel, List<OutgoingMessage> messages) {
        var start = System.nanoTime();
        var results = Mails.send(channel, messages);
        var took = System.nanoTime() - start;
        if (results.size() != messages.size()
                || !results.values().stream().allMatch(SendResult.Sent.class::isInstance)) {
            throw new IllegalStateException("not every message was taken");
        }
        return took;
    }

    static long smtpSource(int bytes, int port, int connections) throws IOException, InterruptedException {
        var command = Stream.of(
                        "smtp-source", "-d", "-s", connections, "-m", MEMBERS, "-l", bytes, "-f", "a@tocsin.example")
                .map(String::valueOf)
                .toList();
        var whole = new ArrayList<>(command);
        whole.set(0, SmtpSink.tool("smtp-source"));
        whole.addAll(List.of("-t", "b@member.example", "127.0.0.1:" + port));
        var start = System.nanoTime();
        var status = new ProcessBuilder(whole).inheritIO().start().waitFor();
        var took = System.nanoTime() - start;
        if (status != 0) {
            throw new IllegalStateException("smtp-source ended with " + status);
        }
        return took;
    }

    /** As the service has it: one content for a language and class, its own links and date for each recipient. */
    static List<OutgoingMessage> messages(int bytes) {
        var line = "A line of text as it stands in an appeal, some seventy characters long.\n";
        var part = line.repeat(bytes / 2 / line.length());
        var content = new MailContent(
                Language.EN,
                "An appeal",
                part + MailContent.PAGE_LINK + "\n",
                "<p>" + part + MailContent.PAGE_LINK + "</p>");
        return IntStream.range(0, MEMBERS)
                .mapToObj(i -> Mails.to("m%05d@member.example".formatted(i), content))
                .toList();
    }

    static long median(List<Long> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
