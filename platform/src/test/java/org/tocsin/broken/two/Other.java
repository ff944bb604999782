package org.tocsin.broken.two;

import org.jspecify.annotations.Nullable;
import org.tocsin.broken.one.Careless;

/** The other half of a cycle. */
public class Other {
    public @Nullable Careless careless;
}
