package org.tocsin.alert.appeal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an appeal was issued, and who stopped it since. An issue that is taken back takes its hold with it.
 *
 * @param by account
 * @param sendNotBefore until then it can be taken back
 * @param held nothing leaves until somebody releases it
 * @param recalled nothing leaves any more
 */
record Issue(
        String by,
        Instant at,
        Instant sendNotBefore,
        @Nullable Act held,
        @Nullable Recall recalled) {

    Issue(String by, Instant at, Instant sendNotBefore) {
        this(by, at, sendNotBefore, null, null);
    }

    Issue hold(Act hold) {
        return new Issue(by, at, sendNotBefore, hold, null);
    }

    Issue release() {
        return new Issue(by, at, sendNotBefore, null, null);
    }

    /** There is nothing left to hold. */
    Issue recall(Recall recall) {
        return new Issue(by, at, sendNotBefore, null, recall);
    }
}
