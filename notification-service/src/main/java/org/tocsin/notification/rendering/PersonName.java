package org.tocsin.notification.rendering;

import org.jspecify.annotations.Nullable;

/** A person's name in clear, for as long as it takes to render a message of class FULL. */
public record PersonName(String name, @Nullable String organisation) {
    @Override
    public String toString() {
        return "PersonName";
    }
}
