package org.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CapturedMailTest {
    private static final String SUBJECT = "[عاجل] نداء <i>COD 001</i>";

    private final CapturedMail mail = CapturedMail.start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void showsAMessageAsJsonWithTheNamesOutsidersRelyOn() throws Exception {
        send("one@member.example");
        var messages =
                JsonMapper.shared().readTree(get("/api/messages?channel=EMAIL").body());
        assertThat(messages.size()).isEqualTo(1);
        var message = messages.get(0);
        assertThat(message.propertyNames())
                .containsExactlyInAnyOrder("recipient", "subject", "text", "html", "headers", "at");
        assertThat(message.get("recipient").asString()).isEqualTo("one@member.example");
        assertThat(message.get("subject").asString()).isEqualTo(SUBJECT);
        assertThat(message.get("text").asString()).contains("http://127.0.0.1:8083/m/abc");
        assertThat(message.get("html").asString()).contains("<script>");
        assertThat(message.get("headers").get("Content-Language").asString()).isEqualTo("ar");
        assertThat(get("/api/messages?channel=SMS").body()).isEqualTo("[]");
        assertThat(get("/api/messages?channel=FAX").statusCode()).isEqualTo(400);
    }

    @Test
    void showsNoMarkupOfAMessageOutsideItsSandbox() throws Exception {
        send("one@member.example");
        var list = get("/");
        assertThat(list.body())
                .contains("one@member.example", "lang=\"ar\" dir=\"rtl\"")
                .doesNotContain("<i>");
        assertThat(list.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("frame-src"));
        var page = get("/messages/1").body();
        assertThat(page)
                .contains("<iframe sandbox ", "&lt;script&gt;", "href=\"http://127.0.0.1:8083/m/abc\"")
                .doesNotContain("<script", "<i>");
        assertThat(get("/messages/2").statusCode()).isEqualTo(404);
    }

    @Test
    void forgetsOnDelete() throws Exception {
        send("one@member.example");
        var delete = HttpRequest.newBuilder(uri("/api/messages")).DELETE().build();
        assertThat(HttpClient.newHttpClient()
                        .send(delete, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
        assertThat(mail.messages()).isEmpty();
    }

    @Test
    void takesAWholeNetworkOnManyConnectionsAtOnce() throws Exception {
        send("warm-up@member.example");
        mail.clear();
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var sendings = IntStream.range(0, 16)
                    .mapToObj(lane -> (Callable<Void>) () -> {
                        sendLane(lane);
                        return null;
                    })
                    .toList();
            for (var sending : threads.invokeAll(sendings)) {
                sending.get();
            }
        }
        assertThat(mail.count()).isEqualTo(320);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void refusesForATimeWhenToldTo() throws Exception {
        mail.refuseFor(Duration.ofMinutes(1));
        assertThatThrownBy(() -> send("one@member.example")).hasMessageContaining("451");
        mail.refuseFor(Duration.ZERO);
        send("one@member.example");
        assertThat(mail.count()).isEqualTo(1);
    }

    @Test
    void keepsItsPortThroughAnOutage() throws Exception {
        mail.stop();
        assertThatThrownBy(() -> send("one@member.example")).isInstanceOf(MessagingException.class);
        mail.restart();
        send("one@member.example");
        assertThat(mail.count()).isEqualTo(1);
    }

    private void sendLane(int lane) throws MessagingException {
        var session = session();
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            for (var i = 0; i < 20; i++) {
                var message = message(session, "member%d@lane%d.example".formatted(i, lane));
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
    }

    private void send(String recipient) throws MessagingException {
        Transport.send(message(session(), recipient));
    }

    private Session session() {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(mail.smtpPort()));
        settings.put("mail.smtp.localhost", "localhost");
        return Session.getInstance(settings);
    }

    private static MimeMessage message(Session session, String recipient) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText("اقرأوا <b>http://127.0.0.1:8083/m/abc</b>.", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<html dir=\"rtl\"><script>alert(\"x\")</script>نداء</html>", "text/html; charset=UTF-8");
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress("appeals@tocsin.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        message.setSubject(SUBJECT, "UTF-8");
        message.setHeader("Content-Language", "ar");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(mail.httpPort(), path));
    }
}
