package org.tocsin.notification.channel.smpp;

import java.io.IOException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.notification.channel.SmsText;

/**
 * Hands one text over, segment by segment. Only for the last one a receipt is asked: a telephone shows a text when it has
 * every segment, and one row has one reference.
 */
final class Submission {

    private static final byte HEADER_FOLLOWS = 0x40; // esm_class: UDHI

    private final String source;
    private final TypeOfNumber sourceType;
    private final NumberingPlanIndicator sourcePlan;

    Submission(String source) {
        var isNumber = source.startsWith("+");
        this.source = isNumber ? source.substring(1) : source;
        this.sourceType = isNumber ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.ALPHANUMERIC;
        this.sourcePlan = isNumber ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN;
    }

    SendResult submit(SMPPSession session, OutgoingMessage message, SmsText text) {
        var count = text.segments().size();
        var reference = "";
        try {
            for (var number = 1; number <= count; number++) {
                reference = submit(session, message, text, number);
            }
            return new SendResult.Sent(reference);
        } catch (NegativeResponseException e) {
            return SmppAnswers.refusal(e.getCommandStatus());
        } catch (PDUException e) { // never left
            return new SendResult.Refused(FailureReason.CONTENT_REJECTED);
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            return new SendResult.InDoubt(FailureReason.REPLY_LOST);
        }
    }

    private String submit(SMPPSession session, OutgoingMessage message, SmsText text, int number)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        var segment = text.segments().get(number - 1);
        var count = text.segments().size();
        var isLast = number == count;
        return session.submitShortMessage(
                        "",
                        sourceType,
                        sourcePlan,
                        source,
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        message.address().substring(1),
                        count == 1 ? new ESMClass() : new ESMClass(HEADER_FOLLOWS),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(
                                isLast ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT),
                        (byte) 0,
                        new GeneralDataCoding(
                                text.encoding() == SmsText.Encoding.UCS2
                                        ? Alphabet.ALPHA_UCS2
                                        : Alphabet.ALPHA_DEFAULT),
                        (byte) 0,
                        count == 1 ? segment : joined(message, segment, number, count))
                .getMessageId();
    }

    /** 3GPP TS 23.040, 9.2.3.24.1. The reference is the row's, so that segments of a resend fit those of the first try. */
    private static byte[] joined(OutgoingMessage message, byte[] segment, int number, int count) {
        var bytes = new byte[6 + segment.length];
        bytes[0] = 5;
        bytes[2] = 3;
        bytes[3] = (byte) message.deliveryId().hashCode();
        bytes[4] = (byte) count;
        bytes[5] = (byte) number;
        System.arraycopy(segment, 0, bytes, 6, segment.length);
        return bytes;
    }
}
