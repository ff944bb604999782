/**
 * The clause library: complete sentences about what was done to a defender, in every language of the network, composed from
 * verified facts. Persons stand in them as tokens. Knows the facts it is handed and its own resources, and nothing of appeals.
 */
@NullMarked
package org.tocsin.alert.clause;

import org.jspecify.annotations.NullMarked;
