package org.mailmedic.ui.details;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/// How something looks at first sight. It is no judgement, and always comes with an icon and a word.
enum DetailTone {
    FINE(Feather.CHECK), CAUTION(Feather.ALERT_TRIANGLE), BROKEN(Feather.X), NEUTRAL(Feather.MINUS);

    private final Feather icon;

    DetailTone(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    /// The name of its style class.
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key of its word.
    String key() {
        return "checkup.look." + name();
    }

    /// What failed elsewhere than on the way to the server is only worth a look.
    static DetailTone of(DetailFact fact) {
        if (fact.text("failure").equals("defect")) {
            return CAUTION;
        }
        if (fact.ok()) {
            return fact.lure() || hollow(fact) ? CAUTION : FINE;
        }
        if (!fact.failed()) {
            return NEUTRAL;
        }
        if (fact.lure() || fact.kind().equals("dns") && fact.text("type").equals("AAAA") && fact.text("failure").equals("no_address")) {
            return FINE; // no IPv6 address is nothing unusual
        }
        if (fact.kind().equals("firewall")) {
            return NEUTRAL;
        }
        return fact.role().isEmpty() || fact.role().equals("target") ? BROKEN : CAUTION;
    }

    /// Encrypted, but the certificate proves nothing.
    private static boolean hollow(DetailFact fact) {
        return fact.fact("certificate").map(certificate -> !certificate.texts("problems").isEmpty()).orElse(false);
    }
}
