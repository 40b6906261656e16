package org.mailmedic.evidence;

import java.util.Locale;

/// From where something was seen.
public enum Vantage {
    /// This computer.
    HERE,
    /// The server that the website is on.
    WEBSITE;

    /// The word that the report uses.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
