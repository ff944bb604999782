package org.tocsin.platform.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Secrets are files, named by settings; a complaint names the setting and never shows what the file holds. */
public final class KeyFiles {

    private static final int KEY_BYTES = 32;

    private KeyFiles() {}

    /**
     * Reads a text file with the base64 form of 32 random bytes.
     *
     * @param setting its name, such as {@code "tocsin.vault.master-key-file"}
     * @param file its value
     */
    public static byte[] read32Bytes(String setting, @Nullable Path file) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(readText(setting, file));
        } catch (IllegalArgumentException notBase64) {
            throw new WrongSettings("%s: the file is not base64 (expected: the base64 of 32 random bytes)"
                    .formatted(setting)); // without the cause, which quotes a character of the key
        }
        if (key.length != KEY_BYTES) {
            throw new WrongSettings(
                    "%s: the file holds %d bytes (expected: %d)".formatted(setting, key.length, KEY_BYTES));
        }
        return key;
    }

    /** Reads a text file without the white space around it. */
    public static String readText(String setting, @Nullable Path file) {
        if (file == null) {
            throw new WrongSettings("%s is not set".formatted(setting));
        }
        try {
            var text = Files.readString(file).strip();
            if (text.isEmpty()) {
                throw new WrongSettings("%s: the file is empty".formatted(setting));
            }
            return text;
        } catch (IOException unreadable) {
            throw new WrongSettings("%s: the file cannot be read".formatted(setting), unreadable);
        }
    }
}
