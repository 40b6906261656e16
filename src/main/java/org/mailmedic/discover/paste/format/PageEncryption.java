package org.mailmedic.discover.paste.format;

import java.util.Set;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.settings.Security;

/// What help pages call encryption. They say "SSL" for either kind, so that the port has a say as well.
final class PageEncryption {
    private static final Set<String> NONE = Set.of("none", "keine", "aucun", "aucune", "ninguna", "ninguno", "nessuna", "nessuno", "geen",
            "nenhuma", "nenhum", "brak", "ingen", "unencrypted", "unverschlüsselt");

    private PageEncryption() {}

    /// Whether `lower` says that there is none.
    static boolean none(String lower) {
        return NONE.contains(lower.strip());
    }

    /// Which kind `lower` speaks of.
    ///
    /// @param port the one that is known so far; empty when none is
    static Security of(String lower, String port) {
        boolean starttls = lower.contains("starttls") || lower.contains("start tls");
        boolean ssl = lower.contains("ssl");
        boolean tls = lower.contains("tls");
        if (!starttls && !ssl && !tls) {
            return Security.AUTO;
        }
        Security usual = usual(port);
        if (usual != Security.AUTO) {
            return usual;
        }
        return starttls && !ssl ? Security.STARTTLS : port.isEmpty() ? Security.AUTO : ssl ? Security.TLS : Security.STARTTLS;
    }

    /// Encryption that was named before the port, or not at all.
    static FieldCollector guessed(FieldCollector taking) {
        if (taking.draft().security() == Security.AUTO && taking.has(SlipField.PORT)) {
            Security usual = usual(taking.draft().port());
            if (usual != Security.AUTO) {
                taking.security(usual, 0);
                taking.doubt(SlipField.SECURITY, Doubt.Kind.GUESSED, 0);
            }
        }
        return taking;
    }

    /// On these ports it can only be the one.
    private static Security usual(String port) {
        return switch (port) {
            case "465" -> Security.TLS;
            case "587" -> Security.STARTTLS;
            default -> Security.AUTO;
        };
    }
}
