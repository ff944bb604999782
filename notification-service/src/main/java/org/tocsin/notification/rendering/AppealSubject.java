package org.tocsin.notification.rendering;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.sealing.Sealed;

/**
 * A person an appeal is about.
 *
 * @param token such as {@code P1}; texts hold <code>{P1}</code>
 * @param name field {@code P1.name}; absent when it must not be shown
 * @param organisation field {@code P1.organisation}; absent when it must not be shown
 */
public record AppealSubject(
        String token, @Nullable Sealed name, @Nullable Sealed organisation) {}
