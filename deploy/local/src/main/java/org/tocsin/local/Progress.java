package org.tocsin.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;

/** Tells what happened and how long after the beginning, a line a step. */
public final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    private Progress(PrintStream out) {
        this.out = out;
    }

    public static Progress to(PrintStream out) {
        return new Progress(out);
    }

    /** For stories, which have their own say. */
    public static Progress silent() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream()));
    }

    public synchronized void step(String text, Object... values) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), text.formatted(values));
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
