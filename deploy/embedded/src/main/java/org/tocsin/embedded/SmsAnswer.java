package org.tocsin.embedded;

/** What the SMS server does with a segment; chosen by tests. */
public enum SmsAnswer {
    /** Takes it and, when asked for a receipt, says that it arrived. */
    DELIVER,
    /** Takes it and, when asked for a receipt, says that it could not be delivered. */
    FAIL_LATER,
    /** Takes it; no receipt ever comes. */
    STAY_SILENT,
    /** Takes it, and the receipt leaves before the answer. */
    RECEIPT_FIRST,
    /** ESME_RTHROTTLED. */
    THROTTLE,
    /** ESME_RINVDSTADR. */
    REFUSE_NUMBER,
    /** Takes it and cuts the connection instead of answering. */
    TAKE_AND_HANG_UP
}
