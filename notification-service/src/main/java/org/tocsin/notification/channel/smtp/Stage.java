package org.tocsin.notification.channel.smtp;

/** How far a message got with the relay. */
enum Stage {
    /** The relay was told who writes. */
    SENDER,
    /** The relay was told to whom. */
    RECIPIENT,
    /** The message was announced or is under way: without its end the relay cannot have taken it. */
    CONTENT,
    /** The message may be complete on the other side: only the reply tells. */
    COMPLETE
}
