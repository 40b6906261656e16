package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

/// `~/.msmtprc`: one word, a blank, and its value on each line. TLS is STARTTLS unless `tls_starttls` is off.
public final class MsmtpConfig implements Format {
    private static final int MOST_LINES = 500;
    private static final List<String> OWN_WORDS = List.of("account", "defaults", "tls_starttls", "tls_trust_file", "auth", "tls",
            "logfile", "passwordeval", "from", "user", "syslog");

    @Override
    public String id() {
        return "msmtp";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        List<Snippet.Line> lines = snippet.linesWith(MOST_LINES, "host", "port", "user", "pass", "tls", "account", "from", "auth");
        boolean host = lines.stream().anyMatch(line -> word(line.text()).equals("host"));
        boolean ours = lines.stream().anyMatch(line -> OWN_WORDS.contains(word(line.text())));
        if (!host || !ours) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        boolean tls = false;
        boolean startTls = true;
        int tlsLine = 0;
        for (Snippet.Line line : lines) {
            String word = word(line.text());
            String value = word.isEmpty() ? "" : rest(line.text(), word.length());
            switch (word) {
                case "host" -> taking.take(SlipField.HOST, first(value), line.number());
                case "port" -> taking.take(SlipField.PORT, first(value), line.number());
                case "user" -> taking.take(SlipField.USER, first(value), line.number());
                case "password" -> taking.take(SlipField.PASSWORD, value, line.number());
                case "passwordeval" -> taking.doubt(SlipField.PASSWORD, Doubt.Kind.ELSEWHERE, line.number());
                case "from" -> taking.take(SlipField.FROM, first(value), line.number());
                case "tls" -> {
                    tls = FieldCollector.yes(value);
                    tlsLine = line.number();
                }
                case "tls_starttls" -> startTls = !FieldCollector.no(value);
                default -> { }
            }
        }
        if (tls) {
            taking.security(startTls ? Security.STARTTLS : Security.TLS, tlsLine);
        }
        return Optional.of(taking);
    }

    private static String first(String value) {
        return value.split("[ \t]", 2)[0];
    }

    /// The first word of a line that has a blank behind it, in lower case.
    private static String word(String line) {
        String text = line.strip();
        int end = 0;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        boolean blank = end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t');
        boolean assigned = blank && "=:".indexOf(text.substring(end).strip().charAt(0)) >= 0;
        return blank && !assigned ? text.substring(0, end).toLowerCase(Locale.ROOT) : "";
    }

    private static String rest(String line, int wordLength) {
        String value = line.strip().substring(wordLength).strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
