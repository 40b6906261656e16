package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ShellWords;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

/// Monit's `set mailserver smtp.example.org port 587 username "anna" password "…" using tls`, over as many lines as it likes.
public final class MonitConfig implements Format {
    private static final int MOST_LINES = 12;
    private static final String START = "set mailserver ";

    @Override
    public String id() {
        return "env";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        Optional<Snippet.Line> first = snippet.linesWith(MOST_LINES, START).stream()
                .filter(line -> line.lower().stripLeading().startsWith(START)).findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int from = first.get().number();
        var statement = new StringBuilder();
        for (Snippet.Line line : snippet.linesWith(from + MOST_LINES)) {
            String text = line.lower().strip();
            if (line.number() > from && (text.startsWith("set ") || text.startsWith("check ") || text.isEmpty())) {
                break;
            }
            statement.append(line.number() < from || text.startsWith("#") ? "" : line.text()).append(' ');
        }
        var taking = new FieldCollector();
        List<String> words = ShellWords.of(statement.toString());
        for (int i = 1; i + 1 < words.size(); i++) {
            String next = words.get(i + 1).replaceAll(",$", "");
            switch (words.get(i).toLowerCase(Locale.ROOT)) {
                case "mailserver" -> taking.take(SlipField.HOST, next, from);
                case "port" -> taking.take(SlipField.PORT, next, from);
                case "username" -> taking.take(SlipField.USER, next, from);
                case "password" -> taking.take(SlipField.PASSWORD, next, from);
                // over which of the two it goes, the port says
                case "using" -> taking.security(taking.draft().port().equals("465") ? Security.TLS : Security.STARTTLS, from);
                default -> { }
            }
        }
        snippet.key("from").stream().limit(1).forEach(pair -> taking.take(SlipField.FROM, pair));
        return taking.has(SlipField.HOST) ? Optional.of(taking) : Optional.empty();
    }
}
