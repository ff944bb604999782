/**
 * The peers of the system as Java classes: what a test or the local stack starts instead of installing it.
 * Each one listens on loopback only, keeps its data where it is told to, and ends with the JVM that started it, even
 * when that JVM is killed. Nothing of the project may be used here.
 */
@NullMarked
package org.tocsin.embedded;

import org.jspecify.annotations.NullMarked;
