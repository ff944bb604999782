package org.tocsin.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * PostgreSQL's protocol 3, unencrypted. Statements are seen when they are parsed, so the client must not keep prepared
 * ones ({@code prepareThreshold=0}).
 */
final class PostgresConversation implements Conversation {
    private static final byte PARSE = 'P';
    private static final byte BIND = 'B';
    private static final byte QUERY = 'Q';
    private static final byte COMMAND_COMPLETE = 'C';

    private final Watch watch;
    private final StringBuilder transaction = new StringBuilder();
    private String parsed = "";
    private volatile String committing = "";

    PostgresConversation(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void passToServer(DataInputStream client, OutputStream server) throws IOException {
        var length = client.readInt(); // the first message has no type
        server.write(ByteBuffer.allocate(length)
                .putInt(length)
                .put(client.readNBytes(length - 4))
                .array());
        while (true) {
            var message = read(client);
            switch (message[0]) {
                case PARSE -> look(sql(message, 5 + nameLength(message)));
                case BIND -> watch.at(new Point.BeforeValues(parsed, new String(message, ISO_8859_1)));
                case QUERY -> look(sql(message, 5));
                default -> {}
            }
            server.write(message);
        }
    }

    @Override
    public void passToClient(DataInputStream server, OutputStream client) throws IOException {
        while (true) {
            var message = read(server);
            if (message[0] == COMMAND_COMPLETE && sql(message, 5).equals("COMMIT")) {
                watch.at(new Point.AfterCommit(committing));
            }
            client.write(message);
        }
    }

    private void look(String sql) throws IOException {
        parsed = sql;
        watch.at(new Point.BeforeStatement(sql));
        switch (sql.strip().toUpperCase(java.util.Locale.ROOT)) {
            case "BEGIN", "ROLLBACK" -> transaction.setLength(0);
            case "COMMIT" -> {
                committing = transaction.toString();
                transaction.setLength(0);
                watch.at(new Point.BeforeCommit(committing));
            }
            default -> transaction.append(sql).append('\n');
        }
    }

    private static byte[] read(DataInputStream from) throws IOException {
        var type = from.readByte();
        var length = from.readInt();
        var message = ByteBuffer.allocate(1 + length).put(type).putInt(length);
        var body = from.readNBytes(length - 4);
        if (body.length < length - 4) {
            throw new EOFException();
        }
        return message.put(body).array();
    }

    private static int nameLength(byte[] parse) {
        var at = 5;
        while (parse[at] != 0) {
            at++;
        }
        return at - 4;
    }

    private static String sql(byte[] message, int start) {
        var end = start;
        while (message[end] != 0) {
            end++;
        }
        return new String(message, start, end - start, UTF_8);
    }
}
