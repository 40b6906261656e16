package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

/// Debian's exim4: `dc_smarthost='smtp.example.org::587'` in `update-exim4.conf.conf`, where two colons stand in front of the port, and the
/// line `smtp.example.org:anna:secret` of `passwd.client`, whose host may be a pattern or the name of another machine behind the same one.
public final class EximConfig implements Format {
    private static final int MOST_LINES = 300;
    private static final int PARTS = 3;

    @Override
    public String id() {
        return "env";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        boolean ours = snippet.contains("dc_smarthost") || snippet.contains("passwd.client") || snippet.contains("target.mail.server")
                || snippet.contains("exim4_passwd_client") || snippet.contains("exim4/") || snippet.contains("manualroute");
        if (!ours) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        snippet.name("dc_smarthost").stream().filter(pair -> !pair.value().isEmpty()).limit(1)
                .forEach(pair -> taking.hostAndPort(pair.value().split(";", 2)[0].replace("::", ":"), pair.line()));
        snippet.linesWith(MOST_LINES, "exim4/dc_smarthost", "dc_smarthost:").stream().filter(_ -> !taking.has(SlipField.HOST)).limit(1)
                .forEach(line -> taking.hostAndPort(behindName(line.text()).replace("::", ":"), line.number()));
        if (snippet.contains("manualroute")) {
            route(snippet, taking);
        }
        snippet.linesWith(MOST_LINES, ":").forEach(line -> password(line, taking));
        return taking.has(SlipField.HOST) ? Optional.of(taking) : Optional.empty();
    }

    /// Exim's own file: the router names the host, the transport the port and the encryption, the authenticator the sign-in.
    private static void route(Snippet snippet, FieldCollector taking) {
        snippet.key("route_list").stream().filter(_ -> !taking.has(SlipField.HOST)).limit(1).forEach(pair -> {
            String[] parts = pair.value().strip().split("[ \t]+");
            taking.hostAndPort(parts[Math.min(1, parts.length - 1)].replace("::", ":"), pair.line());
        });
        snippet.key("port").stream().limit(1).forEach(pair -> taking.take(SlipField.PORT, pair));
        snippet.key("protocol").stream().filter(pair -> pair.value().equals("smtps")).forEach(pair ->
                taking.security(Security.TLS, pair.line()));
        snippet.key("hosts_require_tls").stream().limit(1).forEach(pair -> taking.security(Security.STARTTLS, pair.line()));
        snippet.key("client_send").stream().filter(pair -> pair.value().indexOf('$') < 0).limit(1).forEach(pair -> {
            String[] parts = pair.value().split(":");
            boolean plain = parts.length == PARTS;
            taking.take(SlipField.USER, plain ? parts[1].strip() : "", pair.line());
            taking.take(SlipField.PASSWORD, plain ? parts[2].strip() : "", pair.line());
        });
    }

    /// `* exim4/dc_smarthost: smtp.example.org::587`, as debconf shows it.
    private static String behindName(String line) {
        int kind = line.indexOf(" string ");
        if (kind > 0) {
            // as it is handed over to debconf
            return line.substring(kind + " string ".length()).strip();
        }
        int colon = line.indexOf(": ");
        return colon < 0 ? "" : line.substring(colon + 2).strip();
    }

    private static void password(Snippet.Line line, FieldCollector taking) {
        String text = line.text().strip();
        String[] parts = text.split(":", PARTS);
        boolean host = parts.length == PARTS && !parts[0].isEmpty()
                && parts[0].chars().allMatch(c -> Character.isLetterOrDigit(c) || ".-*_".indexOf(c) >= 0) && parts[0].indexOf('.') >= 0;
        boolean login = host && !parts[1].isBlank() && parts[1].chars().noneMatch(c -> c <= ' ' || c == '/' || c == '=')
                && !parts[2].isBlank()
                && parts[2].indexOf(' ') < 0;
        if (!login) {
            return;
        }
        if (!taking.has(SlipField.HOST) && parts[0].indexOf('*') < 0) {
            taking.take(SlipField.HOST, parts[0], line.number());
        }
        taking.take(SlipField.USER, parts[1], line.number());
        taking.take(SlipField.PASSWORD, parts[2], line.number());
    }
}
