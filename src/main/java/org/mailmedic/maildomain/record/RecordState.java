package org.mailmedic.maildomain.record;

import java.util.Locale;

/// How a record does. `UNKNOWN`: the answer could not be had, which says nothing about the record.
public enum RecordState {
    FINE, WARNING, PROBLEM, MISSING, UNKNOWN;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
