package org.tocsin.platform.inbox;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells faults that heal by waiting from those that do not. */
final class Healing {

    /** Connection, resources, in use, shutting down, input or output, transaction rolled back, read-only, internal. */
    private static final Set<String> SQL_STATES = Set.of("08", "53", "55", "57", "58", "40", "25", "XX");

    private Healing() {}

    /** Whether a later attempt at the same record may succeed. */
    static boolean mayHeal(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PoisonRecord) {
                return false;
            }
            if (cause instanceof NotNow
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransactionException
                    || cause instanceof SQLTransientException
                    || cause instanceof InterruptedException
                    || cause instanceof KafkaException // no handler calls Kafka: the offset of a finished record
                    || (cause instanceof SQLException sql && isPassing(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(@Nullable String state) {
        return state != null && state.length() == 5 && SQL_STATES.contains(state.substring(0, 2));
    }

    /** Why a record goes to the quarantine. */
    static PoisonRecord.Reason reasonOf(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PoisonRecord poison) {
                return poison.reason();
            }
        }
        return PoisonRecord.Reason.HANDLER_FAILED;
    }

    /** The kind of the innermost cause: for operators, without the text, which may quote content. */
    static String kindOf(@Nullable Throwable thrown) {
        var kind = "";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            kind = cause.getClass().getName();
        }
        return kind;
    }
}
