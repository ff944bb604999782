package org.tocsin.notification.delivery;

import org.tocsin.notification.rendering.IssuedAppeal;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The form in which an appeal waits to be sent: JSON with tokens for persons and sealed names. */
final class StoredAppeal {

    /** Its own, so that rules for requests do not decide what can be read back. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredAppeal() {}

    static String write(IssuedAppeal appeal) {
        return MAPPER.writeValueAsString(appeal);
    }

    static IssuedAppeal read(String json) {
        return MAPPER.readValue(json, IssuedAppeal.class);
    }
}
