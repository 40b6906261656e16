package org.mailmedic.discover.paste.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;

/// What the name of a setting says: whether it is about mail, and which field it fills.
///
/// @param field  what follows the last word for mail: `gfsmtphost` becomes `host`; all of it when nothing follows
/// @param mail   whether there is such a word
/// @param sender whether an address under it may be the sender's, for want of a better one
/// @param named  whether it says so, as `g_from_email` does
/// @param aside  whether it is about receiving or answering
record MailKey(String field, boolean mail, boolean sender, boolean named, boolean aside) {
    static final Set<String> HOST = Set.of("host", "hostname", "server", "address", "relay", "relayhost", "addr", "smarthost",
            "smtphost", "smtpserver", "serverhost", "serveraddress", "mailhost", "hostaddress", "smtpaddress", "smtphostname", "endpoint",
            "relayserver", "mailserver", "outgoingserver", "smtpaddr", "serverip",
            "serveripaddress", "servername");
    static final Set<String> PORT = Set.of("port", "serverport", "smtpport", "portnumber", "relayport", "hostport",
            "puerto", "porta", "poort");
    static final Set<String> USER = Set.of("user", "username", "login", "account", "userid", "authuser", "authusername",
            "smtpuser", "smtpusername", "sendusername", "smtpsid", "authenticationusername", "loginname", "smtplogin", "userlogin",
                    "useremail", "name");
    static final Set<String> PASSWORD = Set.of("pass", "password", "passwd", "pwd", "pw", "psw", "mdp", "clave", "passphrase", "authpass",
            "authpassword",
            "smtppass", "smtppassword", "sendpassword", "smtpspw", "apikey", "authpasswd", "authenticationpassword", "smtppasswd",
                    "userpassword", "smtppwd",
            "passwordplain", "userpass", "userpwd", "userpasswd", "senderpassword", "senderpass", "authorpassword", "frompassword");
    static final Set<String> FROM = Set.of("from", "fromaddress", "fromemail", "sender", "mailfrom", "smtpfrom", "senderemail",
            "senderaddress", "smtpmailfrom", "fromaddr", "emailfrom", "senderaddr", "smtpsender");
    private static final List<String> MAIL = List.of("smtp", "mail", "email", "mailer", "postfix", "submissionrelay");
    /// Words between the one for mail and the one for the field that change nothing.
    private static final List<String> BETWEEN = List.of("options", "option", "opts", "auth", "authentication", "server", "settings",
            "setting",
            "config", "configuration", "transport", "host", "connection", "client", "credentials", "account", "default", "outgoing",
            "outbound", "relay", "relayhost", "params", "sasl", "mail", "backend", "module");
    /// Keys that hold one of these are about something else than sending.
    private static final List<String> ASIDE = List.of("imap", "pop3", "incoming", "inbound", "reply");
    /// Addresses under such keys are no senders.
    private static final List<String> NO_SENDER = List.of("admin", "acme", "letsencrypt", "recipient", "test", "support", "receiver",
            "_to", "cc", "contact", "abuse", "emergency", "startup_check", "username", "user_name", "login", "notify", "alert_email",
            "destination",
            "webmaster", "owner");
    private static final List<String> SENDER_CALLS = List.of("from", "setfrom", "addfrom", "setsender");
    /// Words in front that tell sending from receiving, as in `out_server` beside `in_server`.
    private static final Set<String> OUT = Set.of("out", "outgoing", "outbound");
    private static final int LONGEST_WORD = 6;

    static MailKey of(String written) {
        // some programs say in a key that its value may be kept secret, others name a schema in front of it
        String secured = written.endsWith(".secured") ? written.substring(0, written.length() - ".secured".length()) : written;
        String spelled = secured.contains("cdo/configuration/") ? "mail-" + secured.substring(secured.lastIndexOf('/') + 1) : secured;
        String plain = letters(spelled);
        int cut = 0;
        for (String word : MAIL) {
            int at = plain.lastIndexOf(word);
            cut = at < 0 ? cut : Math.max(cut, at + word.length());
        }
        String first = firstWord(spelled);
        cut = cut == 0 && OUT.contains(first) ? first.length() : cut;
        String lower = spelled.toLowerCase(Locale.ROOT).replace("no_reply", "noreply").replace("no-reply", "noreply");
        String rest = plain.substring(cut == plain.length() ? 0 : cut);
        String field = known(rest) || Encryption.about(rest) ? rest : behindMail(spelled, rest);
        boolean smarthost = plain.indexOf("smarthost") >= 0;
        boolean named = plain.indexOf("from") >= 0 || plain.indexOf("sender") >= 0;
        boolean address = cut > 0 && (cut == plain.length() || field.equals("address") || field.equals("adminemail"))
                && plain.length() > LONGEST_WORD;
        // the administrator of the sending itself is who it comes from
        String judged = plain.contains("smtp") ? lower.replace("admin", "") : lower;
        boolean sender = !FROM.contains(field) && !field.endsWith("name") && (named || address) && NO_SENDER.stream()
                .noneMatch(judged::contains);
        String behind = smarthost ? plain.substring(plain.indexOf("smarthost") + "smarthost".length()) : "";
        return new MailKey(smarthost ? known(behind) ? behind : "smarthost" : field, cut > 0 || smarthost, sender, named,
                first.equals("in") || manager(plain, lower, field) || ASIDE.stream().anyMatch(lower.replace("noreply", "")::contains));
    }

    /// `DEFAULT_ADMIN_EMAIL_PASSWORD` is for signing in at the program itself.
    private static boolean manager(String plain, String lower, String field) {
        return lower.contains("admin") && !plain.contains("smtp") && (PASSWORD.contains(field) || USER.contains(field));
    }

    private static String firstWord(String spelled) {
        List<String> words = words(spelled);
        return words.size() < 2 ? "" : words.getFirst();
    }

    static boolean known(String field) {
        return HOST.contains(field) || PORT.contains(field) || USER.contains(field) || PASSWORD.contains(field) || FROM.contains(field);
    }

    /// The `user` of `mail__options__auth__user` and of `EMAIL_HOST_USER`; the same text when other words stand between.
    private static String behindMail(String spelled, String rest) {
        List<String> words = words(spelled);
        int mail = words.size() - 1;
        while (mail >= 0 && MAIL.stream().noneMatch(words.get(mail)::endsWith)) {
            mail--;
        }
        int start = mail + 1;
        String field = String.join("", words.subList(start, words.size()));
        while (!known(field) && start < words.size() - 1 && BETWEEN.contains(words.get(start))) {
            start++;
            field = String.join("", words.subList(start, words.size()));
        }
        // the name of a server or of a sender is none to sign in with
        if (mail < 0 && Encryption.about(lastPart(spelled))) {
            return lastPart(spelled);
        }
        return mail >= 0 && !field.equals("name") && (known(field) || Encryption.about(field)) ? field : glued(rest);
    }

    /// The `connectionencryption` of `iDRAC.RemoteHosts.ConnectionEncryption`; the key itself where it has no such parts.
    private static String lastPart(String spelled) {
        return letters(spelled.substring(spelled.lastIndexOf('.') + 1));
    }

    /// The `connectionsecurity` of `MM_EMAILSETTINGS_CONNECTIONSECURITY`.
    private static String glued(String rest) {
        for (String word : BETWEEN) {
            String field = rest.startsWith(word) ? rest.substring(word.length()) : "name";
            if (!field.equals("name") && (known(field) || Encryption.about(field))) {
                return field;
            }
        }
        return rest;
    }

    /// Lower case, letters and digits only, so that `SMTP_HOST`, `smtpHost` and `smtp.host` are the same.
    private static String letters(String spelled) {
        var plain = new StringBuilder(spelled.length());
        for (int i = 0; i < spelled.length(); i++) {
            char c = spelled.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }

    /// `mail`, `options`, `auth`, `user` of `mail__options__auth__user` or `mailOptionsAuthUser`.
    private static List<String> words(String spelled) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        for (int i = 0; i <= spelled.length(); i++) {
            char c = i < spelled.length() ? spelled.charAt(i) : ' ';
            boolean camel = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(spelled.charAt(i - 1));
            if ((camel || !Character.isLetterOrDigit(c)) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
            }
        }
        return words;
    }

    /// The sender that a text names under any key, for formats whose own keys hold none.
    static List<Token.Pair> senders(Snippet snippet) {
        List<Token.Pair> named = new ArrayList<>();
        List<Token.Pair> mailboxes = new ArrayList<>();
        for (Token.Pair pair : snippet.pairs()) {
            if (pair.value().indexOf('@') > 0) {
                MailKey key = of(pair.key());
                if (!key.aside() && (FROM.contains(key.field()) && key.mail() || key.sender())) {
                    (key.named() ? named : mailboxes).add(pair);
                }
            }
        }
        named.addAll(mailboxes);
        named.addAll(called(snippet));
        return named;
    }

    /// The senders that code hands over: `$email->from('shop@example.org')`.
    static List<Token.Pair> called(Snippet snippet) {
        return snippet.calls().stream().filter(call -> SENDER_CALLS.contains(call.shortName().toLowerCase(Locale.ROOT)))
                .flatMap(call -> call.arguments().isEmpty() ? listed(call, snippet) : call.arguments().stream().limit(1))
                .filter(argument -> argument.quoted() && argument.value().indexOf('@') > 0).toList();
    }

    /// The address in `setFrom(['shop@example.org' => 'Shop'])`, which is a key on the call's line.
    private static Stream<Token.Pair> listed(Token.Call call, Snippet snippet) {
        return snippet.pairs().stream().filter(pair -> pair.line() == call.line() && pair.key().indexOf('@') > 0).limit(1)
                .map(pair -> new Token.Pair("", pair.key(), true, pair.line()));
    }
}
