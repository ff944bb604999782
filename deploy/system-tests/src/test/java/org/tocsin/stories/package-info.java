/**
 * The system as its users meet it: stories through the front doors, on the stack of {@code ./dev}, faults included. One
 * stack serves all stories, so each brings incidents of its own and leaves every part running.
 */
@NullMarked
package org.tocsin.stories;

import org.jspecify.annotations.NullMarked;
