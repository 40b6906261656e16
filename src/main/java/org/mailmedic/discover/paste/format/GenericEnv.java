package org.mailmedic.discover.paste.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.Switches;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Sections;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.provider.ProviderBook;

/// Settings of any other program, as variables, YAML, JSON or INI: keys made of a word for mail, such as `SMTP`, and a word for the field.
public final class GenericEnv implements Format {
    private static final List<String> MAIL = List.of("smtp", "mail", "email", "mailer");
    private static final Set<String> HOST = Set.of("host", "hostname", "server", "address", "relay", "relayhost", "addr", "smarthost",
            "smtphost", "smtpserver", "serverhost");
    private static final Set<String> PORT = Set.of("port", "serverport", "smtpport");
    private static final Set<String> USER = Set.of("user", "username", "login", "account", "userid", "authuser", "authusername",
            "smtpuser", "smtpusername", "authenticationusername", "loginname");
    private static final Set<String> PASSWORD = Set.of("pass", "password", "passwd", "pwd", "passphrase", "authpass", "authpassword",
            "smtppass", "smtppassword", "apikey", "authpasswd", "authenticationpassword", "smtppasswd", "userpassword");
    private static final Set<String> FROM = Set.of("from", "fromaddress", "fromemail", "sender", "mailfrom", "smtpfrom", "senderemail",
            "senderaddress", "smtpmailfrom");
    /// Keys with a word for the kind of encryption, or a switch for it.
    private static final Set<String> KIND = Set.of("encryption", "security", "encryptionmethod", "protocol", "securitymode",
            "starttlspolicy", "connectionmode", "connectionsecurity", "tlsmode", "tlstype", "crypto", "securesocketoptions", "authtls",
            "transportsecurity", "encryptiontype", "securitytype");
    private static final Set<String> AT_ONCE = Set.of("secure", "ssl", "usessl", "enablessl", "smtpsecure", "smtpssl", "ssltls", "forcessl",
            "sslenable", "sslenabled", "secureconnection", "implicittls", "tlsimplicit", "useimplicittls");
    private static final Set<String> UPGRADE = Set.of("starttls", "starttlsenable", "starttlsenabled", "starttlsrequired",
            "enablestarttls", "enablestarttlsauto", "starttlsauto", "usestarttls", "forcestarttls");
    private static final Set<String> EITHER = Set.of("tls", "usetls", "enabletls", "tlsenable", "tlsenabled", "istlsenabled", "requiretls",
            "forcetls", "enforcetls", "smtptls");
    /// Keys that hold one of these are about something else than sending.
    private static final List<String> ASIDE = List.of("imap", "pop3", "incoming", "inbound", "reply");
    /// Addresses under such keys are no senders.
    private static final List<String> NO_SENDER = List.of("admin", "acme", "letsencrypt", "recipient", "test", "support", "receiver",
            "_to", "cc", "contact");

    private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?[A-Za-z0-9._-]{3,250}]?:\\d{1,5}");

    private static final int LONGEST_WORD = 6;
    private final ProviderBook book;

    public GenericEnv(ProviderBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "env";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (HelpPage.speaks(snippet)) {
            return Optional.empty();
        }
        boolean section = snippet.contains("smtp") || snippet.contains("SMTP") || snippet.contains("[mail") || snippet.contains("mail:")
                || snippet.contains("email");
        boolean mail = snippet.hasKey("smtp", "mail", "email", "mailer");
        boolean coded = snippet.key("kind").stream().anyMatch(pair -> pair.value().equals("Secret")) && !snippet.hasKey("stringData");
        var sections = new Sections(snippet);
        var taking = new FieldCollector();
        var switches = new Switches();
        List<Token.Pair> senders = new ArrayList<>();
        List<Token.Pair> mailboxes = new ArrayList<>();
        Map<String, Key> keys = new HashMap<>();
        for (Token.Pair pair : snippet.pairs()) {
            Key key = keys.computeIfAbsent(pair.key(), GenericEnv::key);
            if (key.aside() || sections.receiving(pair.line())) {
                continue;
            }
            mail |= key.mail() && HOST.contains(key.field());
            if (key.mail() || section && (!sections.any() || sections.mail(pair.line()))) {
                Token.Pair plain = coded ? Base64Value.plain(pair) : pair;
                if (key.sender() && plain.value().indexOf('@') > 0) {
                    (key.named() ? senders : mailboxes).add(plain);
                } else {
                    take(key.field(), plain, taking, switches);
                }
            }
        }
        Stream.concat(senders.stream(), mailboxes.stream()).filter(_ -> !taking.has(SlipField.FROM)).limit(1)
                .forEach(pair -> taking.take(SlipField.FROM, pair));
        switches.into(taking);
        // a lone "host" or "port" belongs to anything
        return taking.has(SlipField.HOST) && (mail || mailName(taking.draft().host())) ? Optional.of(taking) : Optional.empty();
    }

    private static boolean mailName(String host) {
        String label = host.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
        return host.indexOf('.') > 0 && (label.contains("smtp") || label.contains("mail") || label.equals("mx"));
    }

    private void take(String key, Token.Pair pair, FieldCollector taking, Switches switches) {
        if (HOST.contains(key)) {
            host(pair, taking);
        } else if (PORT.contains(key)) {
            taking.take(SlipField.PORT, pair);
        } else if (USER.contains(key)) {
            taking.take(SlipField.USER, pair);
        } else if (PASSWORD.contains(key)) {
            taking.take(SlipField.PASSWORD, pair);
        } else if (FROM.contains(key)) {
            taking.take(SlipField.FROM, pair);
        } else {
            encryption(key, pair, switches);
        }
    }

    private void host(Token.Pair pair, FieldCollector taking) {
        boolean address = pair.value().contains("://") && !pair.value().contains("@");
        Optional<MailUrl> url = address ? MailUrl.parse(pair.value()) : Optional.empty();
        // Debian's exim4 has two colons in front of the port
        String value = pair.value().replace("::", ":");
        if (url.isPresent() && !url.get().port().isEmpty()) {
            url.get().into(taking, book, pair.line());
        } else if (HOST_AND_PORT.matcher(value).matches()) {
            taking.hostAndPort(value, pair.line());
        } else if (!value.isEmpty() && !value.equals("{")) {
            taking.take(SlipField.HOST, pair);
        }
    }

    private static void encryption(String key, Token.Pair pair, Switches switches) {
        String value = pair.value();
        boolean yes = FieldCollector.yes(value);
        boolean no = FieldCollector.no(value);
        if (KIND.contains(key) && !yes) {
            switches.word(no ? "off" : value, pair.line());
        } else if (KIND.contains(key) || EITHER.contains(key) && (yes || no)) {
            switches.either(value, pair.line());
        } else if (AT_ONCE.contains(key) && (yes || no)) {
            switches.atOnce(value, pair.line());
        } else if (UPGRADE.contains(key) && (yes || no)) {
            switches.upgrade(value, pair.line());
        } else if (AT_ONCE.contains(key) || UPGRADE.contains(key) || EITHER.contains(key)) {
            switches.word(value, pair.line());
        }
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
        String lower = spelled.toLowerCase(Locale.ROOT).replace("no_reply", "noreply");
        String field = plain.substring(cut == plain.length() ? 0 : cut);
        boolean smarthost = plain.indexOf("smarthost") >= 0;
        boolean named = plain.indexOf("from") >= 0 || plain.indexOf("sender") >= 0;
        boolean address = cut > 0 && (cut == plain.length() || field.equals("address")) && plain.length() > LONGEST_WORD;
        boolean sender = !FROM.contains(field) && (named || address) && NO_SENDER.stream().noneMatch(lower::contains);
        return new Key(smarthost ? "smarthost" : field, cut > 0 || smarthost, sender, named,
                ASIDE.stream().anyMatch(lower.replace("noreply", "")::contains));
    }

    /// @param field  what follows the last word for mail: `gfsmtphost` becomes `host`; all of it when nothing follows
    /// @param mail   whether there is such a word
    /// @param sender whether an address under it may be the sender's, for want of a better one
    /// @param named  whether it says so, as `g_from_email` does
    /// @param aside  whether it is about receiving or answering
    private record Key(String field, boolean mail, boolean sender, boolean named, boolean aside) {}
}
