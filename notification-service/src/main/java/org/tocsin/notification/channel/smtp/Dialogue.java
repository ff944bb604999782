package org.tocsin.notification.channel.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.net.SocketException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * What is said to the relay for one message. Jakarta Mail connects, encrypts and logs in; its own way of sending waits for
 * each reply, builds MIME for each recipient, and puts addresses into its exceptions.
 */
final class Dialogue extends SMTPTransport {

    private static final int GO_AHEAD = 354;

    private final SmtpProperties settings;
    private final WatchedSocketFactory sockets;

    Dialogue(Session session, SmtpProperties settings, WatchedSocketFactory sockets) {
        super(session, new URLName("smtp", settings.host(), settings.port(), null, settings.username(), null));
        this.settings = settings;
        this.sockets = sockets;
    }

    /**
     * Hands one message over.
     *
     * @param content ASCII lines ending in CRLF, none beginning with a dot
     */
    synchronized Answer handOver(String from, String to, String content) {
        var announced = announce("MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">");
        if (announced.code() != GO_AHEAD) {
            return announced;
        }
        try {
            // Apart from the final dot, so that a connection lost before it leaves no doubt.
            sendCommand(content.substring(0, content.length() - 2));
        } catch (MessagingException e) {
            return Answer.none(Stage.CONTENT);
        }
        return finish();
    }

    /** The go-ahead, or the first answer that stands against it. */
    private Answer announce(String mail, String rcpt) {
        if (supportsExtension("PIPELINING")) {
            return send(mail + "\r\n" + rcpt + "\r\nDATA")
                    ? decide(read(Stage.SENDER), read(Stage.RECIPIENT), read(Stage.CONTENT))
                    : Answer.none(Stage.SENDER);
        }
        var first = send(mail) ? read(Stage.SENDER) : Answer.none(Stage.SENDER);
        if (!first.accepts()) {
            return undo(first);
        }
        var second = send(rcpt) ? read(Stage.RECIPIENT) : Answer.none(Stage.RECIPIENT);
        if (!second.accepts()) {
            return undo(second);
        }
        var third = send("DATA") ? read(Stage.CONTENT) : Answer.none(Stage.CONTENT);
        return third.code() == GO_AHEAD ? third : undo(third);
    }

    private Answer decide(Answer mail, Answer rcpt, Answer data) {
        if (mail.accepts() && rcpt.accepts()) {
            return data.code() == GO_AHEAD ? data : undo(data);
        }
        var refusal = mail.accepts() ? rcpt : mail;
        if (data.code() == GO_AHEAD) {
            finish(); // it waits for a text although it has no recipient; an empty one ends that
            return refusal;
        }
        return undo(refusal);
    }

    private Answer undo(Answer answer) {
        if (!answer.endsConnection() && send("RSET")) {
            read(Stage.SENDER);
        }
        return answer;
    }

    private Answer finish() {
        try {
            sockets.waitAtMost(settings.replyTimeout());
            return send(".") ? read(Stage.COMPLETE) : Answer.none(Stage.COMPLETE);
        } catch (SocketException e) {
            return Answer.none(Stage.CONTENT);
        } finally {
            backToCommands();
        }
    }

    private void backToCommands() {
        try {
            sockets.waitAtMost(settings.commandTimeout());
        } catch (SocketException e) {
            // The socket is closed; the next command will find out.
        }
    }

    private boolean send(String commands) {
        try {
            sendCommand(commands);
            return true;
        } catch (MessagingException e) {
            return false;
        }
    }

    private Answer read(Stage stage) {
        try {
            var code = readServerResponse();
            return code < 0 ? Answer.none(stage) : Answer.of(stage, code, getLastServerResponse());
        } catch (MessagingException e) {
            return Answer.none(stage);
        }
    }
}
