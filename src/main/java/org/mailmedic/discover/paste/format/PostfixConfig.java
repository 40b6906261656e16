package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

/// Postfix: `relayhost = [smtp.example.org]:587` in `main.cf`, and the line `[smtp.example.org]:587 anna:secret` of `sasl_passwd`.
public final class PostfixConfig implements Format {
    private static final int MOST_LINES = 500;
    private static final String STATIC = "static:";

    @Override
    public String id() {
        return "postfix";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        boolean main = snippet.hasKey("relayhost", "relay_host");
        if (!main && !snippet.contains("]:")) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        snippet.key("relayhost").stream().filter(pair -> !pair.value().isEmpty())
                .forEach(pair -> taking.hostAndPort(pair.value(), pair.line()));
        for (Snippet.Line line : snippet.linesWith(MOST_LINES, ":")) {
            password(line, taking);
        }
        // containers of Postfix have them as variables of their own
        for (String name : List.of("relayhost_username", "relayhost_user", "relayuser", "relay_user", "username")) {
            taking.take(SlipField.USER, snippet.key(name));
        }
        for (String name : List.of("relayhost_password", "relaypassword", "relay_password", "password")) {
            taking.take(SlipField.PASSWORD, snippet.key(name));
        }
        snippet.key("smtp_sasl_password_maps").stream().filter(pair -> pair.value().startsWith(STATIC)).limit(1)
                .forEach(pair -> login(pair.value().substring(STATIC.length()), pair.line(), taking));
        snippet.key("smtp_tls_wrappermode").stream().filter(pair -> FieldCollector.yes(pair.value())).findFirst()
                .ifPresent(pair -> taking.security(Security.TLS, pair.line()));
        boolean encrypts = snippet.key("smtp_tls_security_level").stream().anyMatch(pair -> !pair.value().equals("none"))
                || snippet.key("smtp_use_tls").stream().anyMatch(pair -> FieldCollector.yes(pair.value()));
        if (encrypts && taking.draft().security() == Security.AUTO) {
            taking.security(Security.STARTTLS, 0);
            taking.doubt(SlipField.SECURITY, Doubt.Kind.GUESSED, 0);
        }
        return taking.has(SlipField.HOST) ? Optional.of(taking) : Optional.empty();
    }

    /// `[host]:port user:password`; the brackets may be missing.
    private static void password(Snippet.Line line, FieldCollector taking) {
        String text = inQuotes(line.text().strip());
        int blank = firstBlank(text, 0);
        String place = blank < 0 ? "" : text.substring(0, blank);
        boolean bracketed = place.startsWith("[") && place.indexOf(']') > 0 && server(place);
        String host = place.replaceAll("[\\[\\]]", "").replaceAll(":\\d{1,5}$", "");
        boolean plain = !taking.draft().host().isEmpty() && host.equals(taking.draft().host());
        if (blank < 0 || !bracketed && !plain || text.indexOf(':', blank) < 0) {
            return;
        }
        if (!taking.has(SlipField.HOST)) {
            taking.hostAndPort(place, line.number());
        }
        login(text.substring(blank).strip(), line.number(), taking);
    }

    /// Whether the word in brackets is a server and not the level or time of a log: a name or address with dots, or a port behind it.
    private static boolean server(String place) {
        String inside = place.substring(1, place.indexOf(']'));
        return place.matches("\\[[^\\]]+]:\\d{1,5}") || !ProseWords.host(inside).isEmpty() || inside.matches("\\d{1,3}(?:\\.\\d{1,3}){3}");
    }

    /// What `echo "[host]:port user:password"` writes into the file.
    private static String inQuotes(String text) {
        int open = Math.max(text.indexOf("\"["), text.indexOf("'["));
        int close = open < 0 ? -1 : text.indexOf(text.charAt(open), open + 1);
        return close < 0 ? text : text.substring(open + 1, close);
    }

    private static void login(String text, int line, FieldCollector taking) {
        int colon = text.indexOf(':');
        taking.take(SlipField.USER, colon < 0 ? "" : text.substring(0, colon).strip(), line);
        taking.take(SlipField.PASSWORD, colon < 0 ? "" : text.substring(colon + 1).strip(), line);
    }

    private static int firstBlank(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == ' ' || text.charAt(at) == '\t') {
                return at;
            }
        }
        return -1;
    }
}
