package org.tocsin.notification.channel.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.tocsin.notification.channel.FailureReason;

/** One kept connection to the relay; used by one thread at a time. */
final class SmtpConnection implements AutoCloseable {

    private final SmtpProperties settings;
    private final Sender sender;
    private final ScheduledExecutorService watch;
    private @Nullable Dialogue dialogue;
    private boolean used;

    /**
     * A connection that is not open yet.
     *
     * @param watch ends writes that the relay never takes
     */
    SmtpConnection(SmtpProperties settings, Sender sender, ScheduledExecutorService watch) {
        this.settings = settings;
        this.sender = sender;
        this.watch = watch;
    }

    /** Opens it if it is not; nothing if it is open now, else why not. */
    Optional<FailureReason> open() {
        if (dialogue != null) {
            return Optional.empty();
        }
        try {
            var sockets = new WatchedSocketFactory(
                    settings.security() == SmtpProperties.Security.TLS
                            ? SSLSocketFactory.getDefault()
                            : SocketFactory.getDefault());
            var opening = new Dialogue(Session.getInstance(properties(sockets)), settings, sockets);
            opening.connect(settings.host(), settings.port(), settings.username(), password());
            dialogue = opening;
            used = false;
            return Optional.empty();
        } catch (AuthenticationFailedException e) {
            return Optional.of(FailureReason.SENDER_REJECTED);
        } catch (MessagingException e) {
            return Optional.of(FailureReason.PROVIDER_UNREACHABLE);
        }
    }

    /** Hands one message over; what a kept connection cannot take because it ended meanwhile, a new one gets. */
    Answer handOver(String to, String content) {
        var kept = used;
        var answer = handOverHere(to, content);
        var nothingWasSent = answer.stage() == Stage.SENDER && answer.endsConnection();
        if (kept && nothingWasSent && open().isEmpty()) {
            answer = handOverHere(to, content);
        }
        return answer;
    }

    private Answer handOverHere(String to, String content) {
        var current = dialogue;
        if (current == null) {
            return Answer.none(Stage.SENDER);
        }
        used = true;
        var answer = current.handOver(sender.from().getAddress(), to, content);
        if (answer.endsConnection()) {
            close();
        }
        return answer;
    }

    @Override
    public void close() {
        var closing = dialogue;
        dialogue = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (MessagingException e) {
                // It is closed all the same.
            }
        }
    }

    private @Nullable String password() {
        var file = settings.passwordFile();
        try {
            return file == null ? null : Files.readString(Path.of(file), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("tocsin.notification.smtp.password-file: cannot be read", e);
        }
    }

    private Properties properties(WatchedSocketFactory sockets) {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        properties.put("mail.smtp.executor.writetimeout", watch);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.localhost", sender.domain());
        properties.setProperty("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
        properties.setProperty("mail.smtp.timeout", millis(settings.commandTimeout()));
        properties.setProperty("mail.smtp.writetimeout", millis(settings.commandTimeout()));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case NONE -> {}
            case STARTTLS -> properties.setProperty("mail.smtp.starttls.required", "true");
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
