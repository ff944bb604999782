package org.tocsin.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Kafka's protocol, unencrypted and uncompressed. Clients go where the broker says it is, so it is made to say that it
 * is here.
 */
final class KafkaConversation implements Conversation {
    private static final short PRODUCE = 0;

    /** Metadata, the coordinator of a group, the cluster: what tells where a broker is. */
    private static final Set<Short> TELL_PLACES = Set.of((short) 3, (short) 10, (short) 60);

    private static final byte[] HOST = "127.0.0.1".getBytes(ISO_8859_1);

    private final Watch watch;
    private final int broker;
    private final int here;
    private final Map<Integer, Asked> asked = new ConcurrentHashMap<>();

    private record Asked(short api, String records) {}

    /**
     * @param broker the broker's port
     * @param here the port that clients shall go to instead
     */
    KafkaConversation(Watch watch, int broker, int here) {
        this.watch = watch;
        this.broker = broker;
        this.here = here;
    }

    @Override
    public void passToServer(DataInputStream client, OutputStream server) throws IOException {
        while (true) {
            var request = read(client);
            var api = request.getShort(4);
            if (api == PRODUCE || TELL_PLACES.contains(api)) {
                asked.put(
                        request.getInt(8),
                        new Asked(api, api == PRODUCE ? new String(request.array(), ISO_8859_1) : ""));
            }
            server.write(request.array());
        }
    }

    @Override
    public void passToClient(DataInputStream server, OutputStream client) throws IOException {
        while (true) {
            var answer = read(server);
            var question = asked.remove(answer.getInt(4));
            if (question != null && question.api() == PRODUCE) {
                watch.at(new Point.AfterProduce(question.records()));
            } else if (question != null) {
                lead(answer);
            }
            client.write(answer.array());
        }
    }

    private void lead(ByteBuffer answer) {
        var bytes = answer.array();
        for (var at = 0; at + HOST.length + Integer.BYTES <= bytes.length; at++) {
            var after = at + HOST.length;
            if (Arrays.equals(bytes, at, after, HOST, 0, HOST.length) && answer.getInt(after) == broker) {
                answer.putInt(after, here);
            }
        }
    }

    private static ByteBuffer read(DataInputStream from) throws IOException {
        var length = from.readInt();
        var message = ByteBuffer.allocate(Integer.BYTES + length).putInt(length);
        var body = from.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return message.put(body);
    }
}
