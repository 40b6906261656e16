package org.mailmedic.discover.slip;

import java.util.Locale;

/// A field of the settings.
public enum SlipField {
    HOST, PORT, SECURITY, USER, PASSWORD, FROM, TO;

    /// The word in the output.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
