package org.mailmedic.explain.log;

import org.mailmedic.diagnosis.Code;
import org.mailmedic.plan.Stage;

/// What a delivery line's words mean.
///
/// @param confidence how sure the words are, above 0 and at most 1
record Cause(Code code, Stage stage, double confidence) {
    static final Cause UNKNOWN = new Cause(Code.UNKNOWN, Stage.DELIVERY, 0.3);

    boolean known() {
        return code != Code.UNKNOWN;
    }
}
