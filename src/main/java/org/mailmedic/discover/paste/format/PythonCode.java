package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.settings.Security;

/// Python's smtplib and its relatives: `smtplib.SMTP("smtp.example.org", 587)`, `server.starttls()`, `server.login("anna", "…")`.
public final class PythonCode implements Format {
    private static final List<String> HOSTS = List.of("host", "smtp_server", "smtp_host", "mail_server", "server", "hostname",
            "SMTP_SERVER", "smtpserver");

    @Override
    public String id() {
        return "python";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.contains("smtplib") && !snippet.contains("SMTP_SSL(") && !snippet.contains("aiosmtplib")
                && !snippet.contains("yagmail")) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        Stream.of("SMTP", "SMTP_SSL").flatMap(snippet::calls).findFirst().ifPresent(call -> {
            if (call.shortName().equals("SMTP_SSL")) {
                taking.security(Security.TLS, call.line());
            }
            if (!call.arguments().isEmpty()) {
                value(SlipField.HOST, call.arguments().getFirst(), snippet, taking);
            }
            if (call.arguments().size() > 1) {
                value(SlipField.PORT, call.arguments().get(1), snippet, taking);
            }
        });
        HOSTS.forEach(name -> taking.take(SlipField.HOST, snippet.name(name)));
        taking.take(SlipField.PORT, snippet.name("port")).take(SlipField.PORT, snippet.name("smtp_port"));
        snippet.calls("starttls").limit(1).forEach(call -> taking.security(Security.STARTTLS, call.line()));
        snippet.calls("login").filter(call -> call.arguments().size() == 2).limit(1).forEach(call -> {
            value(SlipField.USER, call.arguments().getFirst(), snippet, taking);
            value(SlipField.PASSWORD, call.arguments().get(1), snippet, taking);
        });
        snippet.calls("sendmail").filter(call -> call.arguments().size() >= 2).limit(1).forEach(call -> {
            value(SlipField.FROM, call.arguments().getFirst(), snippet, taking);
            value(SlipField.TO, call.arguments().get(1), snippet, taking);
        });
        if (!taking.has(SlipField.FROM)) {
            snippet.name("From").stream().limit(1).forEach(pair -> value(SlipField.FROM, pair, snippet, taking));
        }
        return Optional.of(taking);
    }

    /// The argument itself, or what the variable was given elsewhere in the text.
    private static void value(SlipField field, Token.Pair argument, Snippet snippet, FieldCollector taking) {
        boolean literal = argument.quoted() || argument.value().chars().allMatch(c -> c >= '0' && c <= '9');
        if (literal) {
            taking.take(field, argument.value(), argument.line());
        } else {
            snippet.key(argument.value()).stream().findFirst().ifPresentOrElse(pair -> taking.take(field, pair),
                    () -> taking.doubt(field, Doubt.Kind.ELSEWHERE, argument.line()));
        }
    }
}
