package org.mailmedic.maildomain;

import java.util.Locale;

/// How a domain does as a whole. `INCONCLUSIVE`: nothing is known to be wrong, and answers that decide could not be had.
public enum DomainOutcome {
    HEALTHY, PROBLEM, INCONCLUSIVE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
