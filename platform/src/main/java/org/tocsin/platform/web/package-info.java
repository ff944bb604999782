/** What every service's front door shares: roles and security, problem details, limits, console layout. */
@NullMarked
package org.tocsin.platform.web;

import org.jspecify.annotations.NullMarked;
