package org.tocsin.platform.inbox;

import java.util.Set;

/** Names of the record headers: CloudEvents 1.0 in Kafka's binary mode, and the W3C trace. */
public final class EnvelopeHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    /** The aggregate's version after the event. */
    public static final String VERSION = "ce_version";

    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    /** Nothing else is taken over from a record. */
    public static final Set<String> ALL =
            Set.of(SPEC_VERSION, ID, TYPE, SOURCE, TIME, SUBJECT, VERSION, CONTENT_TYPE, TRACE_PARENT);

    private EnvelopeHeaders() {}
}
