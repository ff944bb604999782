package org.tocsin.intake.incident;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When it happened.
 *
 * @param to the last day, when it lasted
 * @param precision how exactly the first day is known
 */
public record Period(LocalDate from, @Nullable LocalDate to, DatePrecision precision) {}
