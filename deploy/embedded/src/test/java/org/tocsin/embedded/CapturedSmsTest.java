package org.tocsin.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CapturedSmsTest {
    private static final String NUMBER = "243000000001";
    private static final byte GSM7 = 0;
    private static final byte UCS2 = 8;
    private static final byte UDH = 0x40;

    private final CapturedSms sms = CapturedSms.start(0, "tocsin", "secret");
    private final BlockingQueue<String> receipts = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        sms.close();
    }

    @Test
    void readsTheSevenBitAlphabetWithItsExtension() throws Exception {
        var session = bind("secret");
        submit(session, 0, GSM7, 0, new byte[] {0, 2, 0x1B, 0x65, 0x1B, 0x3C, 'a', 0x7F});
        assertThat(sms.messages()).singleElement().satisfies(text -> {
            assertThat(text.text()).isEqualTo("@$€[aà");
            assertThat(text.recipient()).isEqualTo("+" + NUMBER);
            assertThat(text.segments()).isEqualTo(1);
            assertThat(text.encoding()).isEqualTo(CapturedText.Encoding.GSM7);
        });
        session.unbindAndClose();
    }

    @Test
    void joinsSegmentsInWhateverOrderTheyCome() throws Exception {
        var session = bind("secret");
        submit(session, UDH, UCS2, 0, part(7, 2, 2, " نداء"));
        assertThat(sms.messages()).isEmpty();
        submit(session, UDH, UCS2, 0, part(7, 2, 1, "عاجل"));
        assertThat(sms.messages()).singleElement().satisfies(text -> {
            assertThat(text.text()).isEqualTo("عاجل نداء");
            assertThat(text.segments()).isEqualTo(2);
            assertThat(text.encoding()).isEqualTo(CapturedText.Encoding.UCS2);
        });
        session.unbindAndClose();
    }

    @Test
    void refusesWhatIsTooLongForOneSegment() throws Exception {
        var session = bind("secret");
        assertThatThrownBy(() -> submit(session, 0, GSM7, 0, "a".repeat(161).getBytes(US_ASCII)))
                .isInstanceOf(NegativeResponseException.class);
        submit(session, 0, GSM7, 0, "a".repeat(160).getBytes(US_ASCII));
        assertThat(sms.count()).isEqualTo(1);
        session.unbindAndClose();
    }

    @Test
    void sendsAReceiptOnlyWhenAskedAndAsOrdered() throws Exception {
        var session = bind("secret");
        submit(session, 0, GSM7, 0, "unasked".getBytes(US_ASCII));
        var id = submit(session, 0, GSM7, 1, "asked".getBytes(US_ASCII));
        assertThat(receipts.poll(10, TimeUnit.SECONDS)).contains("id:" + id, "stat:DELIVRD");
        sms.answer(SmsAnswer.FAIL_LATER);
        var failed = submit(session, 0, GSM7, 1, "asked".getBytes(US_ASCII));
        assertThat(receipts.poll(10, TimeUnit.SECONDS)).contains("id:" + failed, "stat:UNDELIV");
        assertThat(receipts).isEmpty();
        session.unbindAndClose();
    }

    @Test
    void answersWithTheErrorOrdered() throws Exception {
        var session = bind("secret");
        sms.answer(SmsAnswer.THROTTLE);
        assertThatThrownBy(() -> submit(session, 0, GSM7, 1, new byte[] {'a'}))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refused -> assertThat(refused.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RTHROTTLED));
        assertThat(sms.count()).isZero();
        session.unbindAndClose();
    }

    @Test
    void takesTheTextAndHangsUpWhenOrdered() throws Exception {
        var session = bind("secret");
        sms.answer(SmsAnswer.TAKE_AND_HANG_UP);
        assertThatThrownBy(() -> submit(session, 0, GSM7, 1, new byte[] {'a'}))
                .isNotInstanceOf(NegativeResponseException.class);
        assertThat(sms.count()).isEqualTo(1);
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        assertThatThrownBy(() -> bind("wrong")).isInstanceOf(IOException.class);
        assertThat(sms.sessions()).isZero();
    }

    @Test
    void isShownBesideTheMailWithTheNamesOutsidersRelyOn() throws Exception {
        try (var mail = CapturedMail.start();
                var web = HttpClient.newHttpClient()) {
            mail.showAlso(sms);
            var session = bind("secret");
            submit(session, 0, GSM7, 0, "see http://127.0.0.1:8083/m/abc".getBytes(US_ASCII));
            session.unbindAndClose();
            var at = "http://127.0.0.1:%d".formatted(mail.httpPort());
            var api = URI.create(at + "/api/messages?channel=SMS");
            var shown = JsonMapper.shared()
                    .readTree(web.send(HttpRequest.newBuilder(api).build(), BodyHandlers.ofString())
                            .body())
                    .get(0);
            assertThat(shown.propertyNames())
                    .containsExactlyInAnyOrder("recipient", "text", "segments", "encoding", "at");
            var page = web.send(HttpRequest.newBuilder(URI.create(at + "/")).build(), BodyHandlers.ofString());
            assertThat(page.body()).contains(NUMBER, "href=\"http://127.0.0.1:8083/m/abc\"");
        }
    }

    private SMPPSession bind(String password) throws IOException {
        var session = new SMPPSession();
        session.setTransactionTimer(10_000);
        session.setMessageReceiverListener(new Receipts());
        session.connectAndBind(
                "127.0.0.1",
                sms.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        "tocsin",
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
        return session;
    }

    private static String submit(SMPPSession session, int esmClass, byte coding, int receipt, byte[] octets)
            throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "Tocsin",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        NUMBER,
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(receipt),
                        (byte) 0,
                        new RawDataCoding(coding),
                        (byte) 0,
                        octets)
                .getMessageId();
    }

    private static byte[] part(int reference, int parts, int part, String text) {
        var body = text.getBytes(UTF_16BE);
        var octets = new byte[6 + body.length];
        System.arraycopy(new byte[] {5, 0, 3, (byte) reference, (byte) parts, (byte) part}, 0, octets, 0, 6);
        System.arraycopy(body, 0, octets, 6, body.length);
        return octets;
    }

    private final class Receipts implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm receipt) {
            receipts.add(new String(receipt.getShortMessage(), US_ASCII));
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification notification) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) {
            throw new AssertionError("a receipt comes as deliver_sm");
        }
    }
}
