package org.mailmedic.plan;

import java.util.Locale;

/// The stations of a mail's journey, in the order mail travels. With implicit TLS [#ENCRYPT] comes before [#GREETING].
public enum Stage {
    SETTINGS, NETWORK, DNS, CONNECT, GREETING, HELLO, ENCRYPT, SIGN_IN, SENDER, RECIPIENT, MESSAGE, DELIVERY;

    /// The word that the report uses.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
