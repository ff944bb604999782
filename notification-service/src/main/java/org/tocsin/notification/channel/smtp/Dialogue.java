package org.tocsin.notification.channel.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * What is said to the relay for one message. Jakarta Mail connects, encrypts and logs in; its own way of sending builds
 * MIME for each recipient, puts addresses into its exceptions and does not tell a lost message from a lost reply.
 */
final class Dialogue extends SMTPTransport {

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
     * @param content ASCII lines ending in CRLF
     */
    synchronized Answer handOver(String from, String to, String content) {
        var announced = announce("MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">");
        if (!announced.accepts()) {
            return undo(announced);
        }
        OutputStream out;
        try {
            out = data();
        } catch (MessagingException e) {
            return undo(answer(Stage.CONTENT, e));
        }
        try {
            out.write(content.getBytes(US_ASCII));
            sockets.waitAtMost(settings.replyTimeout());
        } catch (IOException e) {
            return Answer.none(
                    Stage.CONTENT); // the end of the message was not written, so the relay cannot have taken it
        }
        return finish();
    }

    /** What the relay says to sender and recipient: the first that stands against them, else the last. */
    private Answer announce(String mail, String rcpt) {
        if (!supportsExtension("PIPELINING")) {
            var sender = say(mail) ? hear(Stage.SENDER) : Answer.none(Stage.SENDER);
            if (!sender.accepts()) {
                return sender;
            }
            return say(rcpt) ? hear(Stage.RECIPIENT) : Answer.none(Stage.RECIPIENT);
        }
        if (!say(mail) || !say(rcpt)) {
            return Answer.none(Stage.SENDER);
        }
        var sender = hear(Stage.SENDER);
        if (sender.endsConnection()) {
            return sender;
        }
        var recipient = hear(Stage.RECIPIENT);
        return sender.accepts() ? recipient : sender;
    }

    private Answer finish() {
        try {
            finishData();
            return Answer.of(Stage.COMPLETE, getLastReturnCode(), getLastServerResponse());
        } catch (MessagingException e) {
            return answer(Stage.COMPLETE, e);
        } catch (IOException e) {
            return Answer.none(Stage.COMPLETE);
        } finally {
            backToCommands();
        }
    }

    /** Makes the connection ready for the next message. */
    private Answer undo(Answer answer) {
        if (!answer.endsConnection() && say("RSET")) {
            hear(Stage.SENDER);
        }
        return answer;
    }

    private void backToCommands() {
        try {
            sockets.waitAtMost(settings.commandTimeout());
        } catch (SocketException e) {
            // The socket is closed; the next command will find out.
        }
    }

    private boolean say(String command) {
        try {
            sendCommand(command);
            return true;
        } catch (MessagingException e) {
            return false;
        }
    }

    private Answer hear(Stage stage) {
        try {
            var code = readServerResponse();
            return code < 0 ? Answer.none(stage) : Answer.of(stage, code, getLastServerResponse());
        } catch (MessagingException e) {
            return Answer.none(stage);
        }
    }

    private Answer answer(Stage stage, MessagingException failure) {
        return failure instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0
                ? Answer.of(stage, refused.getReturnCode(), getLastServerResponse())
                : Answer.none(stage);
    }
}
