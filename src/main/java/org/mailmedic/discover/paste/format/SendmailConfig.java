package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ShellWords;
import org.mailmedic.pasted.Snippet;

/// Sendmail: the macros `` define(`SMART_HOST', `[smtp.example.org]') `` and `` define(`RELAY_MAILER_ARGS', `TCP $h 587') `` of
/// `sendmail.mc`,
/// and the line `AuthInfo:smtp.example.org "U:root" "I:anna" "P:secret"` of its table of passwords.
public final class SendmailConfig implements Format {
    private static final int MOST_LINES = 2000;
    private static final String AUTH_INFO = "AuthInfo:";

    @Override
    public String id() {
        return "env";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.contains("SMART_HOST") && !snippet.contains(AUTH_INFO)) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        for (Snippet.Line line : snippet.linesWith(MOST_LINES, "smart_host", "mailer_args", "authinfo:")) {
            String text = line.text().strip();
            if (text.startsWith(AUTH_INFO)) {
                authInfo(ShellWords.of(text), line.number(), taking);
            } else if (text.startsWith("define(")) {
                macro(text, line.number(), taking);
            }
        }
        return taking.has(SlipField.HOST) ? Optional.of(taking) : Optional.empty();
    }

    private static void macro(String text, int line, FieldCollector taking) {
        if (text.contains("SMART_HOST")) {
            String host = quoted(text);
            int colon = host.indexOf(':');
            // a mailer may stand in front, as in relay:smtp.example.org
            taking.take(SlipField.HOST, host.substring(colon + 1).replaceAll("[\\[\\]]", ""), line);
        } else if (text.contains("MAILER_ARGS")) {
            String arguments = quoted(text);
            String port = arguments.substring(arguments.lastIndexOf(' ') + 1);
            if (!taking.has(SlipField.PORT)) {
                taking.take(SlipField.PORT, port.matches("\\d{1,5}") ? port : "", line);
            }
        }
    }

    /// The second argument, which stands between `` ` `` and `'`.
    private static String quoted(String text) {
        int comma = text.indexOf(',');
        int open = comma < 0 ? -1 : text.indexOf('`', comma);
        int close = open < 0 ? -1 : text.indexOf('\'', open);
        return close < 0 ? "" : text.substring(open + 1, close).strip();
    }

    private static void authInfo(List<String> words, int line, FieldCollector taking) {
        taking.hostAndPort(words.getFirst().substring(AUTH_INFO.length()).replaceAll("[\\[\\]]", ""), line);
        String user = "";
        for (String word : words.subList(1, words.size())) {
            // the identity that signs in stands behind I:, the one on this machine behind U:
            user = word.startsWith("I:") || word.startsWith("U:") && user.isEmpty() ? word.substring(2) : user;
            taking.take(SlipField.PASSWORD, word.startsWith("P:") ? word.substring(2) : "", line);
        }
        taking.take(SlipField.USER, user, line);
    }
}
