package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

/// An error message or a line of a log that names the server it was about: "Couldn't connect to host, port: smtp.example.org, 587".
public final class ErrorText implements Format {
    private static final int MOST_LINES = 600;
    private static final String[] SIGNS = {"error", "fail", "could not", "couldn't", "cannot", "can't", "unable", "refused", "timed out",
            "timeout", "exception", "econn", "etimedout", "enotfound",
        "getaddrinfo", "connect", "unreachable", "denied", "not known", "lookup", "dial tcp", "handshake", "certificate", "deferred"};
    private static final Set<String> LEADING = Set.of("host", "server", "to", "enotfound", "port:", "lookup", "mailserver", "at", "connect",
            "eai_again");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final int NEAR = 4;

    @Override
    public String id() {
        return "error-text";
    }

    /// A host that a line names, and how sure it is that it is the mail server.
    private record Named(String host, int port, boolean tls, int points, int line) {}

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        Named best = null;
        for (Snippet.Line line : snippet.linesWith(MOST_LINES, SIGNS)) {
            Named named = best(line);
            best = named != null && (best == null || named.points() > best.points()) ? named : best;
        }
        if (best == null) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        taking.take(SlipField.HOST, best.host(), best.line());
        if (best.port() > 0) {
            taking.take(SlipField.PORT, Integer.toString(best.port()), best.line());
        }
        taking.security(best.tls() ? Security.TLS : Security.AUTO, best.line());
        taking.doubt(SlipField.HOST, Doubt.Kind.GUESSED, best.line());
        return Optional.of(taking);
    }

    private static @Nullable Named best(Snippet.Line line) {
        List<ProseWords.Word> words = ProseWords.of(line.text());
        Named best = null;
        for (int i = 0; i < words.size(); i++) {
            ProseWords.Word word = words.get(i);
            String host = host(word, words, i);
            if (!host.isEmpty()) {
                int port = port(words, i, line.text());
                Named named = new Named(host, port, tls(line.text(), word), points(host, port, words, i, line.lower()), line.number());
                best = best == null || named.points() > best.points() ? named : best;
            }
        }
        return best == null || best.points() < 2 ? null : best;
    }

    /// Also `localhost` and bare addresses, which are no names but appear in such texts.
    private static String host(ProseWords.Word word, List<ProseWords.Word> words, int index) {
        String host = ProseWords.host(word.text());
        if (!host.isEmpty()) {
            return host;
        }
        String bare = ProseWords.port(word.text()) > 0 ? word.text().substring(0, word.text().lastIndexOf(':')) : word.text();
        boolean address = ADDRESS.matcher(bare).matches() && (ProseWords.port(word.text()) > 0 || index + 1 < words.size()
                && words.get(index + 1).lower().startsWith("port"));
        return address || bare.equals("localhost") ? bare : "";
    }

    private static int port(List<ProseWords.Word> words, int index, String line) {
        int own = ProseWords.port(words.get(index).text());
        if (own > 0) {
            return own;
        }
        for (int i = index + 1; i < Math.min(words.size(), index + 1 + NEAR); i++) {
            String text = words.get(i).text();
            // `smtp.example.org [192.0.2.1]:587`, `… , 587`, `… port 587`
            int number = text.startsWith(":") ? ProseWords.number(text.replace(":", "")) : ProseWords.port(text) > 0 ? ProseWords.port(text)
                    : ProseWords.number(text);
            if (number > 0 && (number != 110 && number != 111 || line.indexOf("(" + number) < 0)) {
                return number;
            }
        }
        return 0;
    }

    private static boolean tls(String line, ProseWords.Word word) {
        return line.startsWith("ssl://", word.start()) || line.startsWith("tls://", word.start()) || line.startsWith("smtps://",
                word.start());
    }

    private static int points(String host, int port, List<ProseWords.Word> words, int index, String line) {
        String label = host.indexOf('.') < 0 ? host : host.substring(0, host.indexOf('.')).toLowerCase(Locale.ROOT);
        int points = label.contains("smtp") || label.contains("mail") || label.startsWith("mx") ? 3 : 0;
        points += port > 0 ? 2 : 0;
        String before = index > 0 ? words.get(index - 1).lower() : "";
        points += LEADING.contains(before) ? 2 : 0;
        return points + (line.contains("smtp") || line.contains("mail") ? 1 : 0);
    }
}
