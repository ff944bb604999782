package org.tocsin.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.rendering.IssuedAppeal;

/**
 * An appeal on its way to the members.
 *
 * @param draftedAt when the verified incident became a draft, the start of the time to alert; absent if never told
 * @param cancelled nothing more may leave
 */
public record FanOut(
        FanOutId id, IssuedAppeal appeal, @Nullable Instant draftedAt, boolean cancelled) {}
