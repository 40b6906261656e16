package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.discover.paste.format.PageWords.Label;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Security;

/// The words of a provider's help page, or of a program's or a printer's own page copied as text, in several languages: "Outgoing server:
/// smtp.example.org, Port: 465, SSL: yes", with the value behind its label or below it. What belongs to receiving mail is left aside.
public final class HelpPage implements Format {
    private static final int MOST_LINES = 3000;
    private static final List<String> MISHAPS = List.of("error", "exception", "failed", "timed out", "refused", "could not", "couldn't",
            "unable to", "enotfound", "econn", "deferred (",
            "not established", "could not be");
    private static final Set<String> PROSE = Set.of("your", "full", "ihre", "vollständige", "votre", "su", "tu", "complete", "deine",
            "same", "required", "yes", "the", "email", "e-mail", "il", "la", "el", "je", "uw", "sua", "seu", "o", "a", "login", "plain",
            "on", "ja", "oui",
            "sí", "si", "sim", "none", "no", "nein", "any", "optional", "l'indirizzo", "l'adresse", "pełny", "komplette", "dein", "ihr",
            "off", "normal",
            "auto", "vollständig", "username", "password", "passwort", "authentication");
    private static final Set<String> NO_ENCRYPTION = Set.of("none", "keine", "aucun", "aucune", "ninguna", "ninguno", "nessuna",
            "nessuno", "geen", "nenhuma",
            "nenhum", "brak", "ingen", "unencrypted", "unverschlüsselt");
    /// Ports that mail is really submitted on, which need no label in the row of a table.
    private static final Set<String> PORTS = Set.of("25", "26", "465", "587", "2525", "2587", "2465");
    private static final List<String> STANDS_FOR_PASSWORD = List.of("your ", "ihr ", "votre ", "same ", "tu ", "su ");
    private static final int GROUP = 4;
    private static final int SHORTEST_BELOW = 6;
    private static final int LINES_BELOW = 4;
    private static final int MOST_WORDS_OF_NAME = 4;
    private static final int NEAR = 8;
    private static final int MOST_CELLS = 8;
    private static final int MOST_WORDS_OF_HEADING = 5;

    @Override
    public String id() {
        return "help-page";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        List<String> outgoingWords = snippet.possible(PageWords.OUTGOING);
        return outgoingWords.isEmpty() ? Optional.empty() : new Reading(snippet, outgoingWords).read();
    }

    /// One way through one text.
    private static final class Reading {
        private final Snippet snippet;
        private final PageWords words;
        private final List<String> outgoingWords;
        private final List<String> incomingWords;
        private final List<String> mishaps;
        private final FieldCollector taking = new FieldCollector();
        private boolean receiving;
        private boolean sending;
        /// What the label that stood alone on a line above is for.
        private Label below;
        private int linesBelow;
        /// A host that no label speaks of, for want of a better one.
        private String stray = "";
        private int strayLine;
        /// In which column of a table the values for sending stand; -1 outside such a table.
        private int column = -1;
        /// Whether one port has a label that speaks of encryption, so that another without is not the one that counts.
        private boolean encryptedPort;

        Reading(Snippet snippet, List<String> outgoingWords) {
            this.snippet = snippet;
            this.outgoingWords = outgoingWords;
            words = new PageWords(snippet);
            incomingWords = snippet.possible(PageWords.INCOMING);
            mishaps = snippet.possible(MISHAPS);
        }

        Optional<FieldCollector> read() {
            List<Snippet.Line> lines = snippet.linesWith(MOST_LINES);
            encryptedPort = lines.stream().anyMatch(line -> label(line.lower()).filter(Label.PORT::equals).isPresent()
                    && labelOf(line.lower()).contains("(ssl") && value(line.text()).isPresent());
            for (Snippet.Line line : lines) {
                // what a log says about a server is for another reader
                if (PageWords.first(line.lower(), mishaps) < 0 && !remark(line)) {
                    row(bare(line));
                }
            }
            if (!taking.has(SlipField.HOST)) {
                taking.take(SlipField.HOST, stray, strayLine);
            }
            return taking.has(SlipField.HOST) && sending ? Optional.of(guessed(taking)) : Optional.empty();
        }

        /// A row of a table that has one column for receiving and one for sending is its label and the cell for sending.
        private void row(Snippet.Line line) {
            char mark = line.text().indexOf('\t') >= 0 ? '\t' : '|';
            List<String> cells = line.text().indexOf(mark) < 0 ? List.of() : cells(line.text(), mark);
            int sendingCell = cell(cells, outgoingWords);
            int receivingCell = cell(cells, incomingWords);
            if (sendingCell >= 0 && receivingCell >= 0 && sendingCell != receivingCell && ProseWords.of(line.text()).stream()
                    .allMatch(word -> ProseWords.host(word.text()).isEmpty())) {
                column = sendingCell + (line.text().charAt(0) == mark || receivingCell > 0 && sendingCell > 0 ? 0 : 1);
                sending = true;
                receiving = false;
            } else if (column > 0 && column < cells.size()) {
                String text = cells.getFirst() + "\t" + cells.get(column);
                field(new Snippet.Line(line.number(), text, text.toLowerCase(Locale.ROOT)));
            } else {
                column = cells.isEmpty() ? -1 : column;
                line(line);
            }
        }

        private static List<String> cells(String text, char mark) {
            return Stream.of(text.split(mark == '\t' ? "\t" : "\\|", MOST_CELLS)).map(String::strip).toList();
        }

        private static int cell(List<String> cells, List<String> words) {
            for (int i = 0; i < cells.size(); i++) {
                if (PageWords.first(cells.get(i).toLowerCase(Locale.ROOT), words) >= 0) {
                    return i;
                }
            }
            return -1;
        }

        private void line(Snippet.Line line) {
            String lower = line.lower();
            int outgoing = PageWords.first(lower, outgoingWords);
            int incoming = PageWords.first(lower, incomingWords);
            if (outgoing >= 0 && (incoming < 0 || outgoing < incoming || sendingHost(lower, outgoing))) {
                receiving = false;
                sending = true;
            } else if (incoming >= 0) {
                receiving = true;
            }
            boolean sender = below == Label.FROM || label(lower).filter(Label.FROM::equals).isPresent();
            if ((receiving || !sending && outgoing < 0 && !early(lower)) && !sender) {
                below = null;
                return;
            }
            // a line about both: only what comes behind the word for sending
            field(incoming >= 0 && outgoing > incoming ? line.from(outgoing) : line);
        }

        /// Whether what stands in front of the word for sending may belong to it all the same.
        private boolean early(String lower) {
            Optional<Label> label = label(lower);
            return words.namesUser(lower) || label.isPresent() && label.get() == Label.FROM;
        }

        private Optional<Label> label(String lower) {
            return words.of(labelOf(lower));
        }

        private static String labelOf(String lower) {
            int separator = separator(lower);
            return separator < 0 ? lower : lower.substring(0, separator);
        }

        private void field(Snippet.Line line) {
            Optional<String> value = value(line.text());
            Optional<Label> label = label(line.lower());
            if (below != null && !fits(line) && (label.isEmpty() || value.isPresent())) {
                linesBelow++;
                below = linesBelow >= LINES_BELOW || label.isPresent() ? null : below;
            } else if (below != null && fits(line) && below(line)) {
                below = null;
                return;
            }
            if (label.isPresent() && value.isEmpty()) {
                below = label.get();
                linesBelow = 0;
            }
            labelled(label.orElse(null), value.orElse(""), line);
        }

        /// Whether the line is what the label above asks for.
        private boolean fits(Snippet.Line line) {
            String text = line.text().strip();
            List<ProseWords.Word> all = ProseWords.of(text);
            return switch (below) {
                case HOST -> all.size() <= 2 && !all.isEmpty() && !ProseWords.host(all.getFirst().text()).isEmpty();
                case PORT -> !all.isEmpty() && all.size() <= 2 && ProseWords.number(all.getFirst().text()) > 0;
                case SECURITY -> all.size() <= 3 && (line.lower().contains("tls") || line.lower().contains("ssl")
                        || NO_ENCRYPTION.contains(line.lower().strip()));
                case USER -> all.size() == 1 && !PROSE.contains(line.lower().strip()) && label(line.lower()).isEmpty()
                        && text.indexOf('•') < 0;
                case FROM -> address(text).isPresent();
                case PASSWORD -> text.length() >= SHORTEST_BELOW && text.chars().noneMatch(c -> c <= ' ') && text.chars()
                        .anyMatch(c -> c < 0x80
                        && !Character.isLetter(c) && c != '.' && c != '…') && label(line.lower()).isEmpty();
                case BESIDE -> false;
            };
        }

        private boolean below(Snippet.Line line) {
            String text = line.text().strip();
            switch (below) {
                case HOST -> host(ProseWords.of(text).getFirst().text(), text, line.number());
                case PORT -> taking.take(SlipField.PORT, ProseWords.of(text).getFirst().text(), line.number());
                case SECURITY -> encryption(line, true);
                case USER -> taking.take(SlipField.USER, text, line.number());
                case FROM -> address(text).ifPresent(address -> taking.take(SlipField.FROM, address, line.number()));
                case PASSWORD -> taking.take(SlipField.PASSWORD, text, line.number());
                case BESIDE -> { }
            }
            return true;
        }

        private void labelled(Label label, String value, Snippet.Line line) {
            switch (label) {
                case null -> {
                    String first = ProseWords.of(value).stream().map(ProseWords.Word::text).findFirst().orElse("");
                    boolean account = PageWords.namesAccount(line.lower()) && EmailAddress.parse(first).isPresent();
                    taking.take(SlipField.USER, account && !taking.has(SlipField.USER) ? first : "", line.number());
                    prose(line, false);
                }
                case PASSWORD -> taking.take(SlipField.PASSWORD, sensiblePassword(value), line.number());
                case USER -> user(value, line);
                case FROM -> {
                    address(value).ifPresent(address -> taking.take(SlipField.FROM, address, line.number()));
                    prose(line, false);
                }
                case PORT -> {
                    boolean other = encryptedPort && !labelOf(line.lower()).contains("(ssl");
                    // a number in the label is the usual one, not the one that was set
                    String number = ProseWords.of(value).stream().map(ProseWords.Word::text).filter(word -> ProseWords.number(word) > 0)
                            .findFirst()
                            .orElse("");
                    taking.take(SlipField.PORT, other || taking.has(SlipField.PORT) ? "" : number, line.number());
                    if (!other) {
                        prose(line, true);
                    }
                }
                case HOST -> prose(line, true);
                case SECURITY -> prose(line, true);
                case BESIDE -> { }
            }
        }

        private void user(String value, Snippet.Line line) {
            List<ProseWords.Word> all = ProseWords.of(value);
            Optional<ProseWords.Word> address = all.stream().limit(NEAR).filter(word -> EmailAddress.parse(word.text()).isPresent())
                    .findFirst();
            boolean alone = all.size() == 1 || all.size() > 1 && value.substring(all.get(0).text().length()).strip().startsWith("(");
            address.or(() -> all.stream().findFirst().filter(word -> alone && ProseWords.of(line.text()).size() <= MOST_WORDS_OF_NAME
                    && !PROSE.contains(word.lower()) && word.text().indexOf('*') < 0 && word.text().indexOf('•') < 0))
                    .ifPresent(word -> taking.take(SlipField.USER, word.text(), line.number()));
        }

        /// The hosts, ports and words for encryption of a line.
        private void prose(Snippet.Line line, boolean labelled) {
            boolean about = labelled || PageWords.first(line.lower(), outgoingWords) >= 0;
            List<ProseWords.Word> all = ProseWords.of(line.text());
            for (int i = 0; i < all.size(); i++) {
                String host = ProseWords.host(all.get(i).text());
                if (!host.isEmpty() && about) {
                    host(all.get(i).text(), line.text(), line.number());
                } else if (!host.isEmpty() && stray.isEmpty()) {
                    stray = host;
                    strayLine = line.number();
                }
                port(all, i, line.number());
                boolean kind = i + 1 < all.size() && all.get(i).lower().equals("smtp") && PORTS.contains(all.get(i + 1).text());
                taking.take(SlipField.PORT, kind && !taking.has(SlipField.PORT) ? all.get(i + 1).text() : "", line.number());
            }
            // "Outgoing server (SMTP): 465", as a program's dialogue has it, and a port behind brackets
            all.stream().skip(1).map(ProseWords.Word::text).limit(NEAR).filter(word -> labelled && !taking.has(SlipField.PORT)
                    && taking.has(SlipField.HOST)
                    && PORTS.contains(word) && value(line.text()).filter(value -> value.startsWith(word)).isPresent()).limit(1)
                    .forEach(number -> taking.take(SlipField.PORT, number, line.number()));
            int bracket = line.text().indexOf("]:");
            String behind = bracket < 0 ? "" : ProseWords.of(line.text().substring(bracket + 2)).stream().map(ProseWords.Word::text)
                    .findFirst().orElse("");
            taking.take(SlipField.PORT, ProseWords.number(behind) > 0 && !taking.has(SlipField.PORT) ? behind : "", line.number());
            boolean row = taking.has(SlipField.HOST) && !taking.has(SlipField.PORT) && all.stream()
                    .anyMatch(word -> word.text().equals(taking.draft().host()));
            all.stream().map(ProseWords.Word::text).filter(word -> row && PORTS.contains(word)).limit(1)
                    .forEach(number -> taking.take(SlipField.PORT, number, line.number()));
            encryption(line, labelled);
        }

        private void host(String word, String line, int number) {
            String host = ProseWords.host(word);
            if (!host.isEmpty() && !taking.has(SlipField.HOST)) {
                taking.take(SlipField.HOST, host, number);
                taking.take(SlipField.PORT, ProseWords.port(word) > 0 ? Integer.toString(ProseWords.port(word)) : "", number);
                boolean scheme = line.contains("ssl://" + word) || line.contains("smtps://" + word);
                taking.security(scheme ? Security.TLS : Security.AUTO, number);
            }
        }

        private void port(List<ProseWords.Word> all, int index, int line) {
            String text = all.get(index).text();
            String label = all.get(index).lower().replace(":", "").replace("-", "").replaceAll("(nummer|number|nr)$", "");
            if (words.ports().stream().noneMatch(label::endsWith)) {
                return;
            }
            if (ProseWords.port(text) > 0) {
                taking.take(SlipField.PORT, Integer.toString(ProseWords.port(text)), line);
            }
            // "a 465 port"
            taking.take(SlipField.PORT, index > 0 && PORTS.contains(all.get(index - 1).text()) && !taking.has(SlipField.PORT)
                    ? all.get(index - 1).text() : "",
                    line);
            all.stream().skip(index + 1L).limit(NEAR).map(word -> word.text().replace(":", "")).filter(word -> ProseWords.number(word) > 0)
                    .limit(1).forEach(number -> taking.take(SlipField.PORT, number, line));
        }

        private void encryption(Snippet.Line line, boolean labelled) {
            taking.security(security(line.lower(), taking.draft().port()), line.number());
            String last = line.lower().substring(separator(line.lower()) + 1).strip();
            taking.security(labelled && NO_ENCRYPTION.contains(last) ? Security.NONE : Security.AUTO, line.number());
        }
    }

    /// Whether the text has labels of several words, such as "Outgoing server:", that tell sending from receiving.
    static boolean speaks(Snippet snippet) {
        List<String> words = Stream.of(PageWords.OUTGOING, PageWords.INCOMING).flatMap(List::stream).toList();
        boolean told = snippet.linesWith(MOST_LINES, words.toArray(String[]::new)).stream().filter(line -> !remark(line))
                .map(HelpPage::bare)
                .anyMatch(line -> spoken(line, words) || heading(line, words));
        return told || severalLabels(snippet);
    }

    /// "Postausgang (SMTP)" or "Outgoing Server Settings", on a line of its own.
    private static boolean heading(Snippet.Line line, List<String> words) {
        String text = line.text().strip();
        return text.indexOf(' ') > 0 && separator(text) < 0 && Character.isUpperCase(text.charAt(0)) && text.split(" +")
                .length <= MOST_WORDS_OF_HEADING
                && text.chars().allMatch(HelpPage::ofWords) && PageWords.first(line.lower(), words) >= 0;
    }

    /// At least two labels of several words, such as "From Email:", which keys of a file are not.
    private static boolean severalLabels(Snippet snippet) {
        var words = new PageWords(snippet);
        return snippet.linesWith(MOST_LINES, ":", "\t").stream().filter(line -> !remark(line)).map(HelpPage::bare).filter(line -> {
            int separator = separator(line.lower());
            String label = separator < 0 ? "" : line.lower().substring(0, separator).strip();
            return label.indexOf(' ') > 0 && line.text().charAt(separator) != '=' && words.of(label).isPresent();
        }).limit(2).count() == 2;
    }

    private static boolean spoken(Snippet.Line line, List<String> words) {
        int separator = separator(line.lower());
        String label = separator < 0 ? "" : line.text().substring(0, separator).strip();
        boolean hyphen = label.indexOf('-') > 0 && label.indexOf('-') + 1 < label.length()
                && Character.isUpperCase(label.charAt(label.indexOf('-') + 1))
                && Character.isUpperCase(label.charAt(0));
        return (label.indexOf(' ') > 0 || hyphen) && line.text().charAt(separator) != '=' && label.chars().allMatch(HelpPage::ofWords)
                && PageWords.first(label.toLowerCase(Locale.ROOT), words) >= 0;
    }

    private static boolean ofWords(int character) {
        return Character.isLetterOrDigit(character) || " '’()/-.*".indexOf(character) >= 0;
    }

    /// A setting that is commented out; a mark in front of mere words makes a heading of them.
    private static boolean remark(Snippet.Line line) {
        String text = line.text().stripLeading();
        boolean marked = text.startsWith("#") || text.startsWith(";") || text.startsWith("//") || text.startsWith("dnl ")
                || text.startsWith("<!--");
        return marked && (text.indexOf('=') >= 0 || text.indexOf('.') > 0 || text.indexOf(':') > 0 && text.indexOf(':') < text.length() - 1
                || text.indexOf('(') >= 0);
    }

    /// Without the bullet in front.
    private static Snippet.Line bare(Snippet.Line line) {
        int at = 0;
        while (at < line.text().length() && " \t•*·–—-▪●○◦☑☐✓✔>".indexOf(line.text().charAt(at)) >= 0) {
            at++;
        }
        return line.from(at);
    }

    private static boolean sendingHost(String lower, int outgoing) {
        List<ProseWords.Word> words = ProseWords.of(lower.substring(outgoing));
        return lower.startsWith("smtp", outgoing) && (words.stream().anyMatch(word -> !ProseWords.host(word.text()).isEmpty())
                || words.size() > 1 && PORTS.contains(words.get(1).text()));
    }

    /// "Generate an app-specific password." and "the one of your mailbox" are none; four groups of four letters may be.
    private static String sensiblePassword(String value) {
        String bare = value.strip();
        String lower = bare.toLowerCase(Locale.ROOT);
        boolean groups = bare.matches("[a-z]{" + GROUP + "}( [a-z]{" + GROUP + "}){3}");
        boolean sentence = bare.chars().anyMatch(c -> c <= ' ') && !groups || STANDS_FOR_PASSWORD.stream().anyMatch(lower::startsWith);
        return sentence || PROSE.contains(lower) || bare.startsWith("(") && bare.endsWith(")") ? "" : unquoted(bare);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 2 && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static Optional<String> address(String value) {
        return value.indexOf('=') >= 0 ? Optional.empty() : ProseWords.of(value).stream().map(ProseWords.Word::text)
                .filter(word -> EmailAddress.parse(word).isPresent()).findFirst();
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
}
