package org.tocsin.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/** Takes over the headers of the envelope, as text, and nothing else a sender may have thought of. */
class EnvelopeHeaderMapper implements KafkaHeaderMapper {

    private static final int LONGEST = 512;

    /** Nothing leaves through a binding: the outbox writes its own headers. */
    @Override
    public void fromHeaders(MessageHeaders headers, Headers target) {}

    @Override
    public void toHeaders(Headers source, Map<String, Object> headers) {
        headers.putAll(envelope(source));
    }

    static Map<String, String> envelope(Headers source) {
        var envelope = new HashMap<String, String>();
        for (Header header : source) {
            var value = header.value();
            if (EnvelopeHeaders.ALL.contains(header.key()) && value != null && value.length <= LONGEST) {
                // PostgreSQL's jsonb knows no NUL, and no envelope needs one
                envelope.put(header.key(), new String(value, StandardCharsets.UTF_8).replace("\0", ""));
            }
        }
        return envelope;
    }

    static Map<String, String> envelope(MessageHeaders source) {
        var envelope = new HashMap<String, String>();
        for (var name : EnvelopeHeaders.ALL) {
            if (source.get(name) instanceof String value) {
                envelope.put(name, value);
            }
        }
        return envelope;
    }
}
