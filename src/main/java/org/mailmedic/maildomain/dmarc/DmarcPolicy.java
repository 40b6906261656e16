package org.mailmedic.maildomain.dmarc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a domain's owner asks receivers to do with mail that proves nothing (RFC 9989 §4.7).
public enum DmarcPolicy {
    NONE, QUARANTINE, REJECT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DmarcPolicy> of(String word) {
        return Arrays.stream(values()).filter(each -> each.name().equalsIgnoreCase(word)).findFirst();
    }

    /// One level lower, as `t=y` asks.
    DmarcPolicy lower() {
        return this == REJECT ? QUARANTINE : NONE;
    }
}
