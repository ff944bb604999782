/** The one place that knows the wire format: Avro behind the Confluent frame, and the registry that names the schemas. */
@NullMarked
package org.tocsin.platform.codec;

import org.jspecify.annotations.NullMarked;
