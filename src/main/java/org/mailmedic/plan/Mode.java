package org.mailmedic.plan;

import java.util.Locale;

/// What is spoken on a connection from its first byte on.
public enum Mode {
    PLAIN, IMPLICIT_TLS;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
