package org.tocsin.alert.clause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tocsin.platform.language.Language;

/** Reads the library's files: UTF-8, a key and a text a line, {@code #} for remarks. */
final class Resources {

    private static final int FINGERPRINT_BYTES = 6;

    private Resources() {}

    /** Stands for the content of all files, in a fixed order. */
    static String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var language : Language.values()) {
                digest.update(bytes(language.tag() + ".properties"));
                digest.update(bytes("countries/" + language.tag() + ".properties"));
            }
            digest.update(bytes("violations.csv"));
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> lines(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
    }

    private static byte[] bytes(String name) {
        try (var in = Resources.class.getResourceAsStream("/clauses/" + name)) {
            if (in == null) {
                throw new IllegalStateException("clauses/" + name + ": not there");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unlike {@link java.util.Properties}, refuses a key that comes twice. */
    static SortedMap<String, String> texts(String name) {
        var texts = new TreeMap<String, String>();
        for (var line : lines(name)) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new IllegalStateException("clauses/%s: a line without '='".formatted(name));
            }
            var key = line.substring(0, equals).strip();
            if (texts.put(key, line.substring(equals + 1).strip()) != null) {
                throw new IllegalStateException("clauses/%s: %s comes twice".formatted(name, key));
            }
        }
        return texts;
    }
}
