package org.tocsin.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.MessageId;

/** Takes each segment, answers it as ordered, and sends the receipt if one was asked for. */
final class SmsDesk implements ServerMessageReceiverListener {
    static final int BIND_FAILED = SMPPConstant.STAT_ESME_RBINDFAIL;
    private static final byte RECEIPT = 0x04;

    private final SmsInbox inbox;
    private final Supplier<SmsAnswer> answer;
    private final Executor threads;
    private final InstantSource clock;
    private final AtomicLong ids = new AtomicLong();

    SmsDesk(SmsInbox inbox, Supplier<SmsAnswer> answer, Executor threads, InstantSource clock) {
        this.inbox = inbox;
        this.answer = answer;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submitted, SMPPServerSession session)
            throws ProcessRequestException {
        var ordered = answer.get();
        switch (ordered) {
            case THROTTLE -> throw refusal(SMPPConstant.STAT_ESME_RTHROTTLED);
            case REFUSE_NUMBER -> throw refusal(SMPPConstant.STAT_ESME_RINVDSTADR);
            default -> take(submitted);
        }
        var id = "%08x".formatted(ids.incrementAndGet());
        switch (ordered) {
            case TAKE_AND_HANG_UP -> {
                session.close();
                throw refusal(SMPPConstant.STAT_ESME_RSYSERR); // nobody is left to hear it
            }
            case RECEIPT_FIRST -> receipt(submitted, session, id, DeliveryReceiptState.DELIVRD);
            case DELIVER -> threads.execute(() -> receipt(submitted, session, id, DeliveryReceiptState.DELIVRD));
            case FAIL_LATER -> threads.execute(() -> receipt(submitted, session, id, DeliveryReceiptState.UNDELIV));
            default -> {}
        }
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(SubmitSm submitted) throws ProcessRequestException {
        try {
            var segment = SmsSegment.read(
                    number(submitted), submitted.getEsmClass(), submitted.getDataCoding(), submitted.getShortMessage());
            inbox.take(segment, clock.instant());
        } catch (IllegalArgumentException _) {
            throw refusal(SMPPConstant.STAT_ESME_RSUBMITFAIL);
        }
    }

    private void receipt(SubmitSm submitted, SMPPServerSession session, String id, DeliveryReceiptState state) {
        var asked = submitted.getRegisteredDelivery();
        var wanted = SMSCDeliveryReceipt.SUCCESS_FAILURE.containedIn(asked)
                || (state != DeliveryReceiptState.DELIVRD && SMSCDeliveryReceipt.FAILURE.containedIn(asked));
        if (!wanted) {
            return;
        }
        var now = Date.from(clock.instant());
        var arrived = state == DeliveryReceiptState.DELIVRD ? 1 : 0;
        var body = new DeliveryReceipt(id, 1, arrived, now, now, state, "000", "").toString();
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    submitted.getDestAddress(),
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN,
                    submitted.getSourceAddr(),
                    new ESMClass(RECEIPT),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    DataCodings.ZERO,
                    body.getBytes(US_ASCII));
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException _) {
            // The client is gone or does not want it: a real network would try again much later.
        }
    }

    /** As people write it; on the wire the type of the number stands for the plus. */
    private static String number(SubmitSm submitted) {
        var isInternational = submitted.getDestAddrTon() == TypeOfNumber.INTERNATIONAL.value();
        return isInternational ? "+" + submitted.getDestAddress() : submitted.getDestAddress();
    }

    private static ProcessRequestException refusal(int status) {
        return new ProcessRequestException("refused", status);
    }

    private static ProcessRequestException unknown() {
        return refusal(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm request, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm request, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm request, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm request, Session session) throws ProcessRequestException {
        throw unknown();
    }
}
