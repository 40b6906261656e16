package org.mailmedic.discover.paste.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.settings.Security;

/// Settings of any other program, as variables, YAML, JSON or INI: keys made of a word for mail, such as `SMTP`, and a word for the field.
public final class GenericEnv implements Format {
    private static final List<String> MAIL = List.of("smtp", "mail", "email", "mailer");
    private static final Set<String> HOST = Set.of("host", "hostname", "server", "address", "relay", "relayhost", "addr", "smarthost",
            "smtphost", "smtpserver", "serverhost");
    private static final Set<String> PORT = Set.of("port", "serverport", "smtpport");
    private static final Set<String> USER = Set.of("user", "username", "login", "account", "userid", "authuser", "authusername",
            "smtpuser", "smtpusername");
    private static final Set<String> PASSWORD = Set.of("pass", "password", "passwd", "pwd", "passphrase", "authpass", "authpassword",
            "smtppass", "smtppassword", "apikey");
    private static final Set<String> FROM = Set.of("from", "fromaddress", "fromemail", "sender", "mailfrom", "smtpfrom", "senderemail",
            "senderaddress", "smtpmailfrom");
    private static final Set<String> TLS_WORDS = Set.of("secure", "encryption", "security", "tls", "ssl", "usetls", "usessl", "starttls",
            "starttlsenable", "enablestarttls", "tlsenabled",
            "enablessl", "enabletls", "requiretls", "encryptionmethod", "smtpsecure", "protocol", "ssltls", "forcetls", "securitymode",
                    "starttlspolicy", "enablestarttlsauto");

    private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?[A-Za-z0-9._-]{3,250}]?:\\d{1,5}");

    @Override
    public String id() {
        return "env";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        boolean section = snippet.contains("smtp") || snippet.contains("SMTP") || snippet.contains("[mail") || snippet.contains("mail:")
                || snippet.contains("email");
        boolean mail = snippet.hasKey("smtp", "mail", "email", "mailer");
        var taking = new FieldCollector();
        Map<String, Key> keys = new HashMap<>();
        for (Token.Pair pair : snippet.pairs()) {
            Key key = keys.computeIfAbsent(pair.key(), GenericEnv::key);
            mail |= key.mail() && HOST.contains(key.field());
            if (key.mail() || section) {
                take(key.field(), pair, taking);
            }
        }
        // a lone "host" or "port" belongs to anything
        return taking.has(SlipField.HOST) && (mail || mailName(taking.draft().host())) ? Optional.of(taking) : Optional.empty();
    }

    private static boolean mailName(String host) {
        String label = host.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
        return host.indexOf('.') > 0 && (label.contains("smtp") || label.contains("mail") || label.equals("mx"));
    }

    private static void take(String key, Token.Pair pair, FieldCollector taking) {
        if (HOST.contains(key)) {
            if (HOST_AND_PORT.matcher(pair.value()).matches()) {
                taking.hostAndPort(pair.value(), pair.line());
            } else if (!pair.value().isEmpty() && !pair.value().equals("{")) {
                taking.take(SlipField.HOST, pair);
            }
        } else if (PORT.contains(key)) {
            taking.take(SlipField.PORT, pair);
        } else if (USER.contains(key)) {
            taking.take(SlipField.USER, pair);
        } else if (PASSWORD.contains(key)) {
            taking.take(SlipField.PASSWORD, pair);
        } else if (FROM.contains(key)) {
            taking.take(SlipField.FROM, pair);
        } else if (TLS_WORDS.contains(key)) {
            taking.security(security(key, pair.value(), taking), pair.line());
        }
    }

    private static Security security(String key, String value, FieldCollector taking) {
        if (FieldCollector.no(value)) {
            return Security.AUTO;
        }
        if (!FieldCollector.yes(value)) {
            return FieldCollector.byPhpWord(value);
        }
        boolean implicitPort = taking.draft().port().equals("465");
        if (key.contains("starttls")) {
            return Security.STARTTLS;
        }
        if (key.contains("ssl") || key.equals("secure")) {
            return Security.TLS;
        }
        return implicitPort ? Security.TLS : Security.STARTTLS;
    }

    /// Lower case, letters and digits only, so that `SMTP_HOST`, `smtpHost` and `smtp.host` are the same.
    private static Key key(String spelled) {
        var plain = new StringBuilder(spelled.length());
        for (int i = 0; i < spelled.length(); i++) {
            char c = spelled.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toLowerCase(c));
            }
        }
        int cut = 0;
        for (String word : MAIL) {
            int at = plain.lastIndexOf(word);
            cut = at < 0 ? cut : Math.max(cut, at + word.length());
        }
        return new Key(plain.substring(cut == plain.length() ? 0 : cut), cut > 0);
    }

    /// @param field what follows the last word for mail: `gfsmtphost` becomes `host`; all of it when nothing follows
    /// @param mail  whether there is such a word
    private record Key(String field, boolean mail) {}
}
