/** The measured claims of the README, each printed with its goal. Starts a stack of its own; asserts nothing. */
@NullMarked
package org.tocsin.benchmark;

import org.jspecify.annotations.NullMarked;
