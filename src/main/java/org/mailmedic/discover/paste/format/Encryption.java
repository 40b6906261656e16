package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Switches;

/// The names of settings that are about encryption: switches for one kind or the other, words for the kind, and switches that take it away.
final class Encryption {
    /// Keys with a word for the kind of encryption, or a switch for it.
    private static final Set<String> KIND = Set.of("encryption", "security", "encryptionmethod", "protocol", "securitymode", "securemode",
            "starttlspolicy", "connectionmode", "connectionsecurity", "tlsmode", "tlstype", "crypto", "securesocketoptions", "authtls",
            "transportsecurity", "encryptiontype", "securitytype", "encrypt", "transportencrypt", "enc", "connectiontype",
            "securityprotocol",
            "securetype", "smtpencryption", "encryptmode", "secureconnectiontype", "connectionencryption", "enctype", "module",
                    "transport", "sockettype", "verschlüsselung", "sicherheit", "chiffrement", "cifrado", "crittografia", "criptografia",
            "versleuteling", "beveiliging", "szyfrowanie", "transportstrategy");
    private static final Set<String> AT_ONCE = Set.of("secure", "secureenabled", "ssl", "usessl", "enablessl", "smtpsecure", "smtpssl",
            "ssltls", "forcessl",
            "sslenable", "sslenabled", "secureconnection", "implicittls", "tlsimplicit", "useimplicittls", "requiressl", "issecure",
            "sslonconnect",
            "smtps", "implicitssl", "usesmtps", "sslenabledatconnect");
    private static final Set<String> UPGRADE = Set.of("starttls", "starttlsenable", "starttlsenabled", "starttlsrequired",
            "enablestarttls", "enablestarttlsauto", "starttlsauto", "usestarttls", "forcestarttls", "requirestarttls", "explicittls",
            "starttlsrequire", "enablestarttlsalways", "autostarttls", "smtpstarttls", "useexplicittls", "opportunistictls");
    private static final Set<String> EITHER = Set.of("tls", "usetls", "enabletls", "tlsenable", "tlsenabled", "istlsenabled", "requiretls",
            "forcetls", "enforcetls", "smtptls", "tlsrequired", "tlsrequire", "usessltls", "enablessltls", "securetls",
            "usesecureconnection", "useencryption");
    private static final Set<String> DEMANDED = Set.of("always", "required", "require", "mandatory", "force");
    private static final List<String> WITHOUT = List.of("disable", "no", "without", "skip");

    private Encryption() {}

    static boolean about(String field) {
        return KIND.contains(field) || AT_ONCE.contains(field) || UPGRADE.contains(field) || EITHER.contains(field);
    }

    /// Notes what a setting says about encryption, if it does.
    static void into(Switches switches, String field, String written, int line) {
        // Elixir and Ruby have a colon in front of such words
        String value = written.startsWith(":") ? written.substring(1) : written;
        boolean yes = FieldCollector.yes(value) || DEMANDED.contains(value.toLowerCase(Locale.ROOT));
        boolean no = FieldCollector.no(value);
        if (KIND.contains(field) && !yes) {
            switches.word(no ? "off" : value, line);
        } else if (KIND.contains(field) || EITHER.contains(field) && (yes || no)) {
            switches.either(yes ? "true" : value, line);
        } else if (AT_ONCE.contains(field) && (yes || no)) {
            switches.atOnce(yes ? "true" : value, line);
        } else if (UPGRADE.contains(field) && (yes || no || value.equalsIgnoreCase("auto"))) {
            switches.upgrade(no ? value : "true", line);
        } else if (AT_ONCE.contains(field) || UPGRADE.contains(field) || EITHER.contains(field)) {
            switches.word(value, line);
        } else if (yes) {
            takenAway(switches, field, line);
        } else if (no && UPGRADE.contains(without(field))) {
            switches.keepsUpgrade();
        } else if (no && EITHER.contains(without(field)) && !demand(without(field))) {
            switches.either("true", line);
        }
    }

    /// The `starttls` of `disable_starttls` and of `starttls_disabled`; an empty text where nothing is taken away.
    private static String without(String field) {
        return WITHOUT.stream().filter(field::startsWith).findFirst().map(word -> field.substring(word.length()))
                .orElse(field.endsWith("disabled") || field.endsWith("off") ? field.substring(0,
                        field.lastIndexOf(field.endsWith("off") ? "off" : "disabled"))
                        : "");
    }

    private static boolean demand(String rest) {
        return rest.contains("require") || rest.contains("force");
    }

    /// `disable_starttls: true`, `SMTP_TLS_OFF=1`.
    private static void takenAway(Switches switches, String field, int line) {
        String rest = without(field);
        if (demand(rest)) {
            // what is not demanded may be done all the same
            return;
        }
        if (UPGRADE.contains(rest)) {
            switches.upgrade("false", line);
        } else if (EITHER.contains(rest)) {
            switches.either("false", line);
        } else if (AT_ONCE.contains(rest)) {
            switches.atOnce("false", line);
        }
    }
}
