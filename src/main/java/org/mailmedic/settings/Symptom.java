package org.mailmedic.settings;

import java.util.Locale;
import java.util.Optional;

/// Where the mail should be sent from. It chooses the advice, never what is measured.
public enum Symptom {
    WEBSITE,
    MAIL_PROGRAM,
    DEVICE,
    /// The check-up runs on the very machine that sends; the only case where a hosting company's block can be seen from here.
    SERVER;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Symptom> of(String id) {
        for (var each : values()) {
            if (each.id().equals(id.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
