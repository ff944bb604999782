package org.tocsin.platform.web;

import java.util.List;

/** The request was read, and breaks rules of its fields: 422 with {@code errors[]}. */
public final class InvalidRequest extends RuntimeException {

    private final List<FieldFault> faults;

    public InvalidRequest(List<FieldFault> faults) {
        super("%d fields break a rule".formatted(faults.size()));
        this.faults = List.copyOf(faults);
    }

    public List<FieldFault> faults() {
        return faults;
    }
}
