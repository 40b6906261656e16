package org.mailmedic.monitor.batch;

import java.util.Map;
import java.util.Optional;

/// One entry of the list: names and values as they stand there, or why it has none.
///
/// @param number of its first line, counted from 1
/// @param values texts, and from JSON also numbers ([java.math.BigDecimal]), truth values and [Rows.Nested]; names in lower case, with
///               underscores
record Row(long number, Map<String, Object> values, Optional<Unfit> trouble) {
    static Row bad(long number, Unfit trouble) {
        return new Row(number, Map.of(), Optional.of(trouble));
    }
}
