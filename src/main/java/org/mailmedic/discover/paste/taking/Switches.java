package org.mailmedic.discover.paste.taking;

import java.util.Locale;
import java.util.Set;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.settings.Security;

/// The switches for encryption of one text. They are judged together and with the port, since most programs have one switch for TLS from
/// the start and another one for STARTTLS, and what the one says depends on the other.
public final class Switches {
    private static final String TLS_PORT = "465";
    private static final Set<String> TLS_ALONE = Set.of("tls", "tlsv1.2", "tls1.2", "tlsv1.3", "tls1.3");
    private final State atOnce = new State();
    private final State upgrade = new State();
    private final State either = new State();
    private Security worded = Security.AUTO;
    private int wordedLine;
    private boolean bareTls;
    private boolean kept;

    /// What one switch was set to; the first line that turns it on counts.
    private static final class State {
        private boolean on;
        private boolean off;
        private int line;

        void set(String value, int where) {
            boolean yes = FieldCollector.yes(value) || value.equalsIgnoreCase("always");
            if (yes && !on || line == 0) {
                line = where;
            }
            on |= yes;
            off |= FieldCollector.no(value);
        }

        void join(State other) {
            line = other.on && !on || line == 0 ? other.line : line;
            on |= other.on;
            off |= other.off;
        }
    }

    /// A switch for TLS from the start, such as `USE_SSL`.
    public void atOnce(String value, int line) {
        atOnce.set(value, line);
    }

    /// A switch for TLS that leaves open which, such as `USE_TLS`: beside one for STARTTLS it is the other, alone it goes by the port.
    public void either(String value, int line) {
        either.set(value, line);
    }

    /// A switch for STARTTLS.
    public void upgrade(String value, int line) {
        upgrade.set(value, line);
    }

    /// STARTTLS is not taken away, which beside a switch for TLS that is off says that it is done.
    public void keepsUpgrade() {
        kept = true;
    }

    /// A word for the kind of encryption, such as `ssl`, `starttls` or `none`.
    public void word(String value, int line) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        Security said = switch (word) {
            case "none", "plain", "off", "unencrypted", "never", "insecure", "nosecurity", "no", "cleartext", "nostarttls" -> Security.NONE;
            default -> FieldCollector.byPhpWord(value);
        };
        if (worded == Security.AUTO) {
            worded = said;
            wordedLine = line;
            bareTls = TLS_ALONE.contains(word);
        }
    }

    /// Fills in the encryption, once the port is known.
    public void into(FieldCollector taking) {
        boolean tlsPort = taking.draft().port().equals(TLS_PORT);
        if (kept && either.off && !either.on && upgrade.line == 0 && !tlsPort) {
            upgrade.set("true", either.line);
        }
        boolean first = upgrade.line > 0 || either.on && tlsPort && atOnce.line == 0;
        (first ? atOnce : upgrade).join(either);
        if (worded != Security.AUTO) {
            // most programs mean STARTTLS by this word, but on this port it can only be the other
            taking.security(bareTls && tlsPort ? Security.TLS : worded, wordedLine);
        } else if (atOnce.on && upgrade.on) {
            taking.security(tlsPort ? Security.TLS : Security.STARTTLS, tlsPort ? atOnce.line : upgrade.line);
            taking.doubt(SlipField.SECURITY, Doubt.Kind.BOTH_ON, Math.max(atOnce.line, upgrade.line));
        } else if (atOnce.on) {
            taking.security(Security.TLS, atOnce.line);
        } else if (upgrade.on) {
            taking.security(Security.STARTTLS, upgrade.line);
        } else if (upgrade.off && (atOnce.off || !tlsPort)) {
            taking.security(Security.NONE, upgrade.line);
        } else if (upgrade.off) {
            // on this port TLS comes first, and the switch for the later upgrade says nothing about it
            taking.security(Security.TLS, upgrade.line);
            taking.doubt(SlipField.SECURITY, Doubt.Kind.GUESSED, upgrade.line);
        }
    }
}
