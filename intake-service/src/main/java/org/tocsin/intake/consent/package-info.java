/** What each person agreed to, and what an appeal may put at risk. Pure rules and append-only tables; knows no other feature. */
@NullMarked
package org.tocsin.intake.consent;

import org.jspecify.annotations.NullMarked;
