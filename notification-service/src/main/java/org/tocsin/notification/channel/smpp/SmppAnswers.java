package org.tocsin.notification.channel.smpp;

import org.jsmpp.SMPPConstant;
import org.tocsin.notification.channel.FailureReason;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.notification.channel.SendResult.Deferred;
import org.tocsin.notification.channel.SendResult.Refused;

/** What a refusal means: {@code command_status}, SMPP 3.4, 5.1.3. */
final class SmppAnswers {

    private SmppAnswers() {}

    /** What is not known to be for ever is tried again. */
    static SendResult refusal(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RINVDSTADR -> new Refused(FailureReason.ADDRESS_INVALID);
            case SMPPConstant.STAT_ESME_RINVMSGLEN -> new Refused(FailureReason.TOO_LARGE);
            case SMPPConstant.STAT_ESME_RTHROTTLED -> new Deferred(FailureReason.RATE_LIMITED);
            case SMPPConstant.STAT_ESME_RINVSRCADR -> new Deferred(FailureReason.SENDER_REJECTED);
            default -> new Deferred(FailureReason.PROVIDER_BUSY);
        };
    }

    static FailureReason bindRefusal(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RBINDFAIL, SMPPConstant.STAT_ESME_RINVPASWD, SMPPConstant.STAT_ESME_RINVSYSID ->
                FailureReason.SENDER_REJECTED;
            default -> FailureReason.PROVIDER_BUSY;
        };
    }
}
