package org.tocsin.platform.observability;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * A failure told by its classes and places. Messages are left out, since those of decoders and databases quote what was
 * sent; kept are those of the start-up machinery and our own, which never do.
 */
public final class Places implements StackTracePrinter {

    private static final List<String> HARMLESS = List.of(
            "org.tocsin.",
            "org.springframework.beans.",
            "org.springframework.boot.",
            "org.springframework.context.",
            "java.net.");
    private static final int FRAMES = 24;

    @Override
    public void printStackTrace(Throwable failure, Appendable out) throws IOException {
        out.append(of(failure));
    }

    /** One line for each cause with its topmost places. */
    public static String of(Throwable failure) {
        var text = new StringBuilder();
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var cause = failure; cause != null && told.add(cause); cause = cause.getCause()) {
            text.append(told.size() > 1 ? "caused by " : "")
                    .append(cause.getClass().getName());
            if (HARMLESS.stream().anyMatch(cause.getClass().getName()::startsWith)) {
                text.append(": ").append(cause.getMessage());
            } else if (cause instanceof SQLException database) {
                text.append(": SQLSTATE ").append(database.getSQLState());
            }
            text.append('\n');
            appendPlaces(text, cause.getStackTrace());
        }
        return text.toString();
    }

    private static void appendPlaces(StringBuilder text, StackTraceElement[] places) {
        for (int i = 0; i < Math.min(places.length, FRAMES); i++) {
            text.append("\tat ").append(places[i]).append('\n');
        }
    }
}
