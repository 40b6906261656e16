package org.mailmedic.diagnosis;

import java.util.Locale;

/// Who can fix it.
public enum Party {
    /// The person at the keyboard: it is in the settings.
    YOU,
    /// This computer: firewall, antivirus, clock.
    DEVICE,
    /// Router, office network or Internet provider.
    NETWORK,
    /// The company that hosts the website.
    HOSTING,
    /// Who runs the mail server.
    MAIL_PROVIDER,
    /// Who manages the domain's DNS.
    DOMAIN,
    RECIPIENT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
