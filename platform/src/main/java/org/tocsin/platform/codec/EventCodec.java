package org.tocsin.platform.codec;

import org.apache.avro.specific.SpecificRecord;
import org.springframework.messaging.Message;

/** From the bytes of a Kafka record to an event. */
public interface EventCodec {

    /**
     * Reads an event with the schema it was written with.
     *
     * @return the generated class of the event; switch on it
     * @throws org.tocsin.platform.inbox.PoisonRecord when the bytes can never be read
     * @throws org.tocsin.platform.inbox.NotNow when the registry has to be asked for the schema and does not answer
     */
    SpecificRecord decode(Message<byte[]> message);
}
