package org.tocsin.notification.member;

import java.util.regex.Pattern;

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe stands before a text that would begin one. Reading takes
 * it off again, so whatever was written is read as it was.
 */
final class CsvCell {

    /** The full-width forms too, which some spreadsheets read alike; and a text that looks guarded already. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private CsvCell() {}

    static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
