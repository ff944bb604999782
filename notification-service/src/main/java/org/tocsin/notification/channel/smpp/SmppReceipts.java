package org.tocsin.notification.channel.smpp;

import java.util.Optional;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.Receipt;
import org.tocsin.notification.channel.Receipt.Outcome;
import org.tocsin.notification.channel.Receipts;

/** Stores each receipt before it is answered: what is answered, the operator forgets. */
final class SmppReceipts implements MessageReceiverListener {

    private static final Logger LOG = LoggerFactory.getLogger(SmppReceipts.class);

    private final Receipts receipts;

    SmppReceipts(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        if (!message.isSmscDeliveryReceipt()) {
            LOG.warn("an SMS came in and nobody reads it: our texts ask for the link"); // its text is not ours to log
            return;
        }
        var receipt = read(message);
        try {
            receipt.ifPresent(receipts::take);
        } catch (RuntimeException e) { // told to the operator, who sends it again
            LOG.warn("a receipt cannot be stored now: {}", e.getClass().getName());
            throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    private static Optional<Receipt> read(DeliverSm message) {
        try {
            var receipt = message.getShortMessageAsDeliveryReceipt();
            return outcome(receipt.getFinalStatus())
                    .map(outcome -> new Receipt(ChannelType.SMS, receipt.getId(), outcome));
        } catch (InvalidDeliveryReceiptException e) {
            LOG.warn("a receipt is unreadable, and its message stays without one");
            return Optional.empty();
        }
    }

    /** Empty while it is still under way. */
    private static Optional<Outcome> outcome(DeliveryReceiptState state) {
        return switch (state) {
            case DELIVRD -> Optional.of(Outcome.DELIVERED);
            case UNDELIV, EXPIRED, DELETED, REJECTD -> Optional.of(Outcome.BOUNCED);
            case UNKNOWN -> Optional.of(Outcome.UNKNOWN);
            default -> Optional.empty();
        };
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not supported", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        // a telephone is reachable again; the operator delivers what it holds by itself
    }
}
