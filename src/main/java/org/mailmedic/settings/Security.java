package org.mailmedic.settings;

import java.util.Locale;
import java.util.Optional;

/// How the connection is meant to be protected (RFC 8314 §3).
public enum Security {
    /// Whatever fits the port: TLS at once on 465, otherwise STARTTLS when it is offered.
    AUTO,
    /// Implicit TLS: encrypted from the first byte, usual on port 465.
    TLS,
    /// Plain greeting, then an upgrade by the STARTTLS command (RFC 3207), usual on port 587.
    STARTTLS,
    /// No encryption at all.
    NONE;

    /// The word that the command line and the report use.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Security> of(String id) {
        for (var each : values()) {
            if (each.id().equals(id.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// The port that goes with this choice when none was given: 465 for TLS, else 587 (RFC 6409, RFC 8314 §3.3).
    public int usualPort() {
        return this == TLS ? MailPorts.SUBMISSIONS : MailPorts.SUBMISSION;
    }
}
