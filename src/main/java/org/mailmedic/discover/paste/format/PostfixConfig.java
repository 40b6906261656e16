package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

/// Postfix: `relayhost = [smtp.example.org]:587` in `main.cf`, and the line `[smtp.example.org]:587 anna:secret` of `sasl_passwd`.
public final class PostfixConfig implements Format {
    private static final int MOST_LINES = 200;

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
        for (Snippet.Line line : snippet.linesWith(MOST_LINES, "]:", "relayhost")) {
            password(line, taking);
        }
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

    /// `[host]:port user:password`, the only place where Postfix keeps a password.
    private static void password(Snippet.Line line, FieldCollector taking) {
        String text = line.text().strip();
        int bracket = text.indexOf("]:");
        int blank = bracket < 0 ? -1 : firstBlank(text, bracket);
        int colon = blank < 0 ? -1 : text.indexOf(':', blank);
        if (!text.startsWith("[") || colon < 0) {
            return;
        }
        if (!taking.has(SlipField.HOST)) {
            taking.hostAndPort(text.substring(0, blank), line.number());
        }
        taking.take(SlipField.USER, text.substring(blank, colon).strip(), line.number());
        taking.take(SlipField.PASSWORD, text.substring(colon + 1).strip(), line.number());
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
