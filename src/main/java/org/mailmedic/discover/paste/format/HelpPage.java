package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Security;

/// The words of a provider's help page, in several languages: "Outgoing server: smtp.example.org, Port: 465, SSL: yes". What belongs to
/// receiving mail is left aside.
public final class HelpPage implements Format {
    private static final int MOST_LINES = 3000;
    private static final List<String> OUTGOING = List.of("outgoing", "smtp", "postausgang", "ausgangsserver", "ausgehend", "sortant",
            "saliente", "salida", "in uscita", "uitgaand", "wychodz",
            "исходящ", "saída", "utgående", "送信");
    private static final List<String> INCOMING = List.of("incoming", "imap", "pop3", "pop server", "posteingang", "eingangsserver",
            "eingehend", "entrant", "entrante", "entrada", "in entrata",
            "inkomend", "przychodz", "входящ", "inkommande", "受信");
    private static final List<String> USER = List.of("username", "user name", "login", "benutzername", "nom d'utilisateur", "identifiant",
            "usuario", "usuário", "nome utente", "gebruikersnaam",
            "nazwa użytkownika", "имя пользователя", "användarnamn", "account name", "ユーザー名");
    private static final List<String> PASSWORD = List.of("password", "passwort", "kennwort", "mot de passe", "contraseña", "senha",
            "wachtwoord", "hasło", "пароль", "lösenord", "パスワード");
    private static final List<String> PORT = List.of("port", "puerto", "porta", "poort", "порт", "ポート");
    private static final List<String> FROM = List.of("e-mail address", "email address", "e-mail-adresse", "adresse e-mail",
            "dirección de correo", "indirizzo email", "e-mailadres", "your email", "from:");

    private static final List<String> MISHAPS = List.of("error", "exception", "failed", "timed out", "refused", "could not", "couldn't",
            "unable to", "enotfound", "econn", "deferred (",
            "not established", "could not be");

    private static final Set<String> PROSE = Set.of("your", "full", "ihre", "vollständige", "votre", "su", "tu", "complete", "deine",
            "same",
            "required", "yes", "the");

    /// The labels that may stand in a text at all.
    private record Labels(List<String> user, List<String> password, List<String> port, List<String> from) {}

    @Override
    public String id() {
        return "help-page";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        List<String> outgoingWords = snippet.possible(OUTGOING);
        if (outgoingWords.isEmpty()) {
            return Optional.empty();
        }
        List<String> incomingWords = snippet.possible(INCOMING);
        List<String> mishaps = snippet.possible(MISHAPS);
        var labels = new Labels(snippet.possible(USER), snippet.possible(PASSWORD), snippet.possible(PORT), snippet.possible(FROM));
        var taking = new FieldCollector();
        boolean receiving = false;
        boolean sending = false;
        boolean portBelow = false;
        for (Snippet.Line line : snippet.linesWith(MOST_LINES)) {
            String lower = line.lower();
            // what a log says about a server is for another reader
            if (first(lower, mishaps) >= 0) {
                continue;
            }
            int outgoing = first(lower, outgoingWords);
            int incoming = first(lower, incomingWords);
            if (outgoing >= 0 && (incoming < 0 || outgoing < incoming || sending(lower, outgoing))) {
                receiving = false;
                sending = true;
            } else if (incoming >= 0) {
                receiving = true;
            }
            if (!receiving && (sending || outgoing >= 0 || first(lower, labels.user()) >= 0)) {
                if (portBelow && ProseWords.number(line.text().strip()) > 0) {
                    taking.take(SlipField.PORT, line.text().strip(), line.number());
                }
                // a line about both: only what comes behind the word for sending
                boolean both = incoming >= 0 && outgoing > incoming;
                line(both ? line.from(outgoing) : line, labels, taking);
            }
            portBelow = lower.isBlank() ? portBelow : portAlone(lower, labels.port());
        }
        return taking.has(SlipField.HOST) && sending ? Optional.of(guessed(taking)) : Optional.empty();
    }

    /// Whether the text has labels of several words, such as "Outgoing server:", that tell sending from receiving.
    static boolean speaks(Snippet snippet) {
        List<String> words = Stream.of(OUTGOING, INCOMING).flatMap(List::stream).toList();
        return snippet.linesWith(MOST_LINES, words.toArray(String[]::new)).stream().map(Snippet.Line::lower).map(String::strip)
                .anyMatch(line -> spoken(line, words));
    }

    private static boolean spoken(String line, List<String> words) {
        int separator = separator(line);
        String label = separator < 0 ? "" : line.substring(0, separator).strip();
        return label.indexOf(' ') > 0 && line.charAt(separator) != '=' && label.chars().allMatch(HelpPage::ofWords)
                && first(label, words) >= 0;
    }

    private static boolean ofWords(int character) {
        return Character.isLetterOrDigit(character) || " '’()/-.".indexOf(character) >= 0;
    }

    /// The label of a port whose number stands on the next line, as when a table was copied: "Port (SSL/TLS)".
    private static boolean portAlone(String lower, List<String> ports) {
        List<ProseWords.Word> words = ProseWords.of(lower);
        return !words.isEmpty() && ends(words.getFirst().text().replace(":", ""), ports) && lower.chars().noneMatch(Character::isDigit);
    }

    private static boolean sending(String lower, int outgoing) {
        return lower.startsWith("smtp", outgoing)
                && ProseWords.of(lower.substring(outgoing)).stream().anyMatch(word -> !ProseWords.host(word.text()).isEmpty());
    }

    private static void line(Snippet.Line line, Labels labels, FieldCollector taking) {
        String lower = line.lower();
        if (labelled(lower, labels.password())) {
            value(line.text()).filter(value -> !prose(value)).ifPresent(value -> taking.take(SlipField.PASSWORD, value, line.number()));
            return;
        }
        if (labelled(lower, labels.user())) {
            value(line.text()).flatMap(value -> ProseWords.of(value).stream().findFirst()).filter(word -> isName(word.text(), line.text()))
                    .ifPresent(word -> taking.take(SlipField.USER, word.text(), line.number()));
            return;
        }
        if (labelled(lower, labels.from())) {
            value(line.text()).flatMap(EmailAddress::parse).ifPresent(address -> taking.take(SlipField.FROM, address.toString(),
                    line.number()));
        }
        List<ProseWords.Word> words = ProseWords.of(line.text());
        for (int i = 0; i < words.size(); i++) {
            word(words, i, line.number(), labels.port(), taking);
        }
        taking.security(security(lower, taking.draft().port()), line.number());
    }

    private static void word(List<ProseWords.Word> words, int index, int line, List<String> ports, FieldCollector taking) {
        String text = words.get(index).text();
        String host = ProseWords.host(text);
        if (!host.isEmpty() && !taking.has(SlipField.HOST)) {
            taking.take(SlipField.HOST, host, line);
            if (ProseWords.port(text) > 0) {
                taking.take(SlipField.PORT, Integer.toString(ProseWords.port(text)), line);
            }
        }
        String label = words.get(index).lower().replace(":", "").replace("-", "");
        boolean port = ends(label, ports);
        if (port) {
            words.stream().skip(index + 1L).limit(8).map(word -> word.text().replace(":", "")).filter(word -> ProseWords.number(word) > 0)
                    .limit(1)
                    .forEach(number -> taking.take(SlipField.PORT, number, line));
        }
        if (port && ProseWords.port(text) > 0) {
            taking.take(SlipField.PORT, Integer.toString(ProseWords.port(text)), line);
        }
    }

    /// "Your full e-mail address" is no name.
    private static boolean isName(String word, String line) {
        return word.indexOf('@') > 0 || ProseWords.of(line).size() <= 4 && !PROSE.contains(word.toLowerCase(Locale.ROOT));
    }

    /// "Generate an app-specific password." is none.
    private static boolean prose(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        boolean about = first(lower, PASSWORD) >= 0 || first(lower, List.of("your ", "ihr ", "votre ", "same ", "tu ", "su ")) >= 0;
        return value.indexOf(' ') > 0 && (value.endsWith(".") || about);
    }

    private static Security security(String lower, String port) {
        boolean starttls = lower.contains("starttls") || lower.contains("start tls");
        boolean ssl = lower.contains("ssl");
        boolean tls = lower.contains("tls");
        if (!starttls && !ssl && !tls) {
            return Security.AUTO;
        }
        if (port.equals("465")) {
            return Security.TLS;
        }
        // help pages say "SSL" for either; on this port it can only be the one
        if (port.equals("587")) {
            return Security.STARTTLS;
        }
        return starttls && !ssl ? Security.STARTTLS : port.isEmpty() ? Security.AUTO : ssl ? Security.TLS : Security.STARTTLS;
    }

    /// Encryption that was named before the port.
    private static FieldCollector guessed(FieldCollector taking) {
        if (taking.draft().security() == Security.AUTO && taking.has(SlipField.PORT)) {
            Security usual = taking.draft().port().equals("465") ? Security.TLS : taking.draft().port().equals("587") ? Security.STARTTLS
                    : Security.AUTO;
            if (usual != Security.AUTO) {
                taking.security(usual, 0);
                taking.doubt(SlipField.SECURITY, Doubt.Kind.GUESSED, 0);
            }
        }
        return taking;
    }

    private static boolean labelled(String lower, List<String> labels) {
        int separator = separator(lower);
        int at = separator < 0 ? -1 : first(lower, labels);
        return at >= 0 && at < 40 && separator > at && speech(lower.substring(at, separator));
    }

    /// A label is said in words. Behind code that happens to hold the word, the next colon belongs to something else, which may be a
    /// password.
    private static boolean speech(String label) {
        return label.chars().noneMatch(character -> "\";@{}<>$\\&#".indexOf(character) >= 0);
    }

    /// What stands behind the label.
    private static Optional<String> value(String line) {
        int separator = separator(line);
        String value = separator < 0 ? "" : line.substring(separator + 1).strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static int separator(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (":=\t|：".indexOf(line.charAt(i)) >= 0 && i > 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean ends(String label, List<String> words) {
        for (String word : words) {
            if (label.endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private static int first(String lower, List<String> words) {
        int first = -1;
        for (String word : words) {
            int at = lower.indexOf(word);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }
}
