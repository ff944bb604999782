package org.tocsin.notification.rendering;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence or paragraph whose names, references, dates and addresses keep their own direction whatever surrounds them.
 */
record Prose(List<Piece> pieces) {

    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    record Piece(String text, boolean isolated) {}

    /** Marks a part of a text that keeps its own direction. */
    static String isolate(String part) {
        return OPEN + part + CLOSE;
    }

    /** Reads a text in which parts are marked. */
    static Prose of(String marked) {
        var pieces = new ArrayList<Piece>();
        var from = 0;
        for (var open = marked.indexOf(OPEN); open >= 0; open = marked.indexOf(OPEN, from)) {
            var close = marked.indexOf(CLOSE, open);
            if (open > from) {
                pieces.add(new Piece(marked.substring(from, open), false));
            }
            pieces.add(new Piece(marked.substring(open + 1, close), true));
            from = close + 1;
        }
        if (from < marked.length()) {
            pieces.add(new Piece(marked.substring(from), false));
        }
        return new Prose(List.copyOf(pieces));
    }

    /** As plain text; what runs against the direction of the sentence is isolated by characters. */
    public String text(boolean rightToLeft) { // public: templates call it
        var text = new StringBuilder();
        for (var piece : pieces) {
            if (piece.isolated() && Direction.differs(piece.text(), rightToLeft)) {
                text.append(FIRST_STRONG_ISOLATE).append(piece.text()).append(POP_ISOLATE);
            } else {
                text.append(piece.text());
            }
        }
        return text.toString();
    }
}
