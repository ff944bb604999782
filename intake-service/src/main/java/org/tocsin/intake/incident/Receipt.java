package org.tocsin.intake.incident;

import java.util.Optional;

/**
 * What the submitter gets to keep: 16 digits, short enough to be read over a telephone.
 *
 * @param digits the bare digits
 */
record Receipt(String digits) {

    private static final int LENGTH = 16;

    Receipt {
        if (digits.length() != LENGTH || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("receipt: expected %d digits".formatted(LENGTH));
        }
    }

    /** A receipt as people type it: any digits, with or without separators. */
    static Optional<Receipt> parse(String typed) {
        var digits = new StringBuilder();
        typed.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.length() == LENGTH && typed.length() <= 2 * LENGTH
                ? Optional.of(new Receipt(digits.toString()))
                : Optional.empty();
    }

    /** In groups of four. */
    String grouped() {
        return digits.replaceAll("(.{4})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return "Receipt";
    }
}
