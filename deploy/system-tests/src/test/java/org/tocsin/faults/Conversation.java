package org.tocsin.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** One connection through a proxy: passes on what each side says and tells where it is. */
interface Conversation {

    void passToServer(DataInputStream client, OutputStream server) throws IOException;

    void passToClient(DataInputStream server, OutputStream client) throws IOException;

    /** Stops here if a test wants it. */
    interface Watch {
        void at(Point point) throws IOException;
    }
}
