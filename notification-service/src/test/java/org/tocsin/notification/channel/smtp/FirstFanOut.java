package org.tocsin.notification.channel.smtp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;

/**
 * Measures the first fan-out after a start, since appeals are rare and find the system cold: each time a JVM of its own that
 * does one batch, in turn with {@code smtp-source}. The start of the JVM does not count, as the service runs already.
 */
final class FirstFanOut {

    private static final int BYTES = 4096;
    private static final int CONNECTIONS = 16;
    private static final int REPEATS = 7;

    private FirstFanOut() {}

    /** The batch: into the relay on the port given, telling the nanoseconds it took. */
    public static void main(String[] args) {
        try (var channel = Mails.channel(Integer.parseInt(args[0]), CONNECTIONS)) {
            System.out.println(SenderStage.channel(channel, SenderStage.messages(BYTES)));
        }
    }

    static void compare(int port) throws IOException, InterruptedException {
        var ours = new ArrayList<Long>();
        var theirs = new ArrayList<Long>();
        for (var i = 0; i < REPEATS; i++) {
            theirs.add(SenderStage.smtpSource(BYTES, port, CONNECTIONS));
            ours.add(inAFreshJvm(port));
        }
        System.out.printf(
                Locale.ROOT,
                "P5   first fan-out  %d x 4 KiB, %d starts: ours %.1f ms (worst %.1f), smtp-source %.1f ms (worst %.1f), %.1fx"
                        + "   (goal <= 1.0x nodemailer's first, which is not here)%n",
                SenderStage.MEMBERS,
                REPEATS,
                SenderStage.median(ours) / 1e6,
                Collections.max(ours) / 1e6,
                SenderStage.median(theirs) / 1e6,
                Collections.max(theirs) / 1e6,
                (double) SenderStage.median(ours) / SenderStage.median(theirs));
    }

    private static long inAFreshJvm(int port) throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstFanOut.class.getName(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var told = new String(child.getInputStream().readAllBytes()).strip();
        if (child.waitFor() != 0) {
            throw new IllegalStateException("the batch in a fresh JVM ended with " + child.exitValue());
        }
        return Long.parseLong(told.substring(told.lastIndexOf('\n') + 1));
    }
}
