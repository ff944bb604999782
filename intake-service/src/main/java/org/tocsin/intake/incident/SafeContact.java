package org.tocsin.intake.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How to reach the person who told us without endangering anybody. Sealed as one text.
 *
 * @param language BCP 47 tag of the language to speak
 * @param safeTimes when to call, in the person's own words
 * @param ifAnotherAnswers what to say then
 * @param mayLeaveMessage whether a message may be left; false unless said otherwise
 */
@Schema(name = "CallBackContact")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SafeContact(
        String channel,
        String address,
        @Nullable String language,
        @Nullable String safeTimes,
        @Nullable String ifAnotherAnswers,
        boolean mayLeaveMessage) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static SafeContact of(String text) {
        return JSON.readValue(text, SafeContact.class);
    }

    String asText() {
        return JSON.writeValueAsString(this);
    }

    @Override
    public String toString() {
        return "SafeContact";
    }
}
