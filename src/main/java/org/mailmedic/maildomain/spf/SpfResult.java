package org.mailmedic.maildomain.spf;

import java.util.Locale;

/// What SPF makes of a sender (RFC 7208 §2.6).
public enum SpfResult {
    PASS, FAIL, SOFTFAIL, NEUTRAL, NONE, TEMPERROR, PERMERROR;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SpfResult of(char qualifier) {
        return switch (qualifier) {
            case '-' -> FAIL;
            case '~' -> SOFTFAIL;
            case '?' -> NEUTRAL;
            default -> PASS;
        };
    }
}
