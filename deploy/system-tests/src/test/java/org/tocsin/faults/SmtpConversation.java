package org.tocsin.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** SMTP without chunking. */
final class SmtpConversation implements Conversation {
    private final Watch watch;
    private volatile boolean endOfData;

    SmtpConversation(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void passToServer(DataInputStream client, OutputStream server) throws IOException {
        var inData = false;
        for (var line = line(client); line.length > 0; line = line(client)) {
            var text = new String(line, StandardCharsets.ISO_8859_1).stripTrailing();
            if (inData && text.equals(".")) {
                inData = false;
                endOfData = true;
            } else if (!inData && text.equalsIgnoreCase("DATA")) {
                inData = true;
            }
            server.write(line);
        }
    }

    @Override
    public void passToClient(DataInputStream server, OutputStream client) throws IOException {
        for (var line = line(server); line.length > 0; line = line(server)) {
            if (endOfData) {
                endOfData = false;
                watch.at(new Point.AfterData());
            }
            client.write(line);
        }
    }

    /** With its end; empty at the end of all. */
    private static byte[] line(DataInputStream from) throws IOException {
        var line = new ByteArrayOutputStream(128);
        for (var next = from.read(); next >= 0; next = from.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }
}
