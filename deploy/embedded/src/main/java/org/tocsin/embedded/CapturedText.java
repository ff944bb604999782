package org.tocsin.embedded;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * An SMS as its recipient would get it: all its segments, joined.
 *
 * @param recipient the number, with its plus if it came as an international one
 * @param segments how many of them it came in, which is what is paid for
 */
public record CapturedText(
        @JsonProperty String recipient,
        @JsonProperty String text,
        @JsonProperty int segments,
        @JsonProperty Encoding encoding,
        @JsonProperty Instant at) {

    /** How the characters were written. */
    public enum Encoding {
        GSM7,
        UCS2,
        LATIN1
    }

    @Override
    public String toString() {
        return "CapturedText[at=%s, segments=%d, encoding=%s]".formatted(at, segments, encoding);
    }
}
