package org.mailmedic.discover.paste.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.settings.Security;

/// Code of any language whose mail library is given the settings as arguments: Go's `gomail.NewDialer("smtp.example.org", 587, "anna",
/// "…")`
/// and `smtp.PlainAuth("", "anna", "…", "smtp.example.org")`, Rust's `SmtpTransport::relay("smtp.example.org")`, and setters such as
/// `setHostName("smtp.example.org")` of Java's libraries.
public final class MailCalls implements Format {
    private static final @Nullable SlipField NONE = null;
    /// In which order a call has its arguments.
    private static final Map<String, List<Optional<SlipField>>> CALLS = Map.ofEntries(
            call("newdialer", SlipField.HOST, SlipField.PORT, SlipField.USER, SlipField.PASSWORD),
            call("newplaindialer", SlipField.HOST, SlipField.PORT, SlipField.USER, SlipField.PASSWORD),
            call("plainauth", NONE, SlipField.USER, SlipField.PASSWORD, SlipField.HOST),
            call("crammd5auth", SlipField.USER, SlipField.PASSWORD),
            call("sendmail", SlipField.HOST, NONE, SlipField.FROM), call("newclient", SlipField.HOST), call("withport", SlipField.PORT),
            call("from", SlipField.FROM),
            call("withusername", SlipField.USER), call("withpassword", SlipField.PASSWORD),
            call("relay", SlipField.HOST), call("starttls_relay", SlipField.HOST), call("builder_dangerous", SlipField.HOST),
            call("port", SlipField.PORT),
            call("defaultauthenticator", SlipField.USER, SlipField.PASSWORD), call("credentials::new", SlipField.USER, SlipField.PASSWORD),
            call("sethost", SlipField.HOST), call("sethostname", SlipField.HOST), call("setport", SlipField.PORT),
            call("setsmtpport", SlipField.PORT),
            call("setsslsmtpport", SlipField.PORT), call("setusername", SlipField.USER), call("setpassword", SlipField.PASSWORD),
            call("setauthentication", SlipField.USER, SlipField.PASSWORD), call("setfrom", SlipField.FROM),
            call("smtp->new", SlipField.HOST), call("auth", SlipField.USER, SlipField.PASSWORD), call("mail", SlipField.FROM),
            call("setsmtphost", SlipField.HOST), call("setsmtpauth", SlipField.USER, SlipField.PASSWORD),
                    call("withsmtpserver", SlipField.HOST, SlipField.PORT, SlipField.USER, SlipField.PASSWORD));
    /// What no mail has itself.
    private static final List<SlipField> OWN = List.of(SlipField.HOST, SlipField.PORT, SlipField.USER, SlipField.PASSWORD);
    private static final List<String> SIGNS = List.of("gomail", "net/smtp", "smtp.PlainAuth", "smtp.SendMail", "lettre::", "SmtpTransport",
            "NewDialer",
            "JavaMailSenderImpl", "SimpleEmail", "HtmlEmail", "setHostName", "mail.NewClient", "MailerBuilder", "Net::SMTP", "setSmtpHost");

    @Override
    public String id() {
        return "env";
    }

    private static Map.Entry<String, List<Optional<SlipField>>> call(String name, @Nullable SlipField... fields) {
        return Map.entry(name, Arrays.stream(fields).map(Optional::ofNullable).toList());
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (SIGNS.stream().noneMatch(snippet::contains)) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        for (Token.Call call : snippet.calls()) {
            String name = call.shortName().toLowerCase(Locale.ROOT);
            List<Optional<SlipField>> order = CALLS.getOrDefault(made(call, name), List.of());
            for (int i = 0; i < order.size() && i < call.arguments().size(); i++) {
                Token.Pair argument = call.arguments().get(i);
                order.get(i).ifPresent(field -> take(field, argument, snippet, taking));
            }
            taking.security(security(name, call), call.line());
            if (name.equals("setheader") && call.argument(0).equals("From") && call.arguments().size() > 1) {
                take(SlipField.FROM, call.arguments().get(1), snippet, taking);
            }
        }
        if (OWN.stream().noneMatch(taking::has)) {
            // such a library without the calls that it is set up by: its settings are written in another way
            return Optional.empty();
        }
        named(snippet, taking);
        return Optional.of(taking);
    }

    /// Which class a `new` belongs to says what it takes.
    private static String made(Token.Call call, String name) {
        return call.name().endsWith("Credentials::new") ? "credentials::new" : call.name().endsWith("SMTP->new") ? "smtp->new" : name;
    }

    private static Security security(String name, Token.Call call) {
        boolean on = FieldCollector.yes(call.argument(0));
        return switch (name) {
            case "setsslonconnect", "setssl", "setusessl" -> on ? Security.TLS : Security.AUTO;
            case "setstarttlsenabled", "setstarttlsrequired", "settls" -> on ? Security.STARTTLS : Security.AUTO;
            case "withssl", "withsslport" -> Security.TLS;
            // Rust's begins with TLS
            case "relay" -> call.name().contains("Transport") ? Security.TLS : Security.AUTO;
            case "starttls_relay", "withtlspolicy", "withtlsportpolicy" -> Security.STARTTLS;
            default -> Security.AUTO;
        };
    }

    /// The argument itself, or what the variable was given elsewhere in the text.
    private static void take(SlipField field, Token.Pair argument, Snippet snippet, FieldCollector taking) {
        boolean literal = argument.quoted() || argument.value().chars().allMatch(c -> c >= '0' && c <= '9');
        List<Token.Pair> given = literal ? List.of(argument) : snippet.key(argument.value()).stream().limit(1).toList();
        given.forEach(pair -> {
            if (field == SlipField.HOST) {
                taking.hostAndPort(pair);
            } else {
                taking.take(field, pair);
            }
        });
    }

    /// Constants such as `smtpHost := "smtp.example.org"`, and JavaMail's properties beside the setters.
    private static void named(Snippet snippet, FieldCollector taking) {
        for (Token.Pair pair : snippet.pairs()) {
            MailKey key = MailKey.of(pair.key());
            boolean ours = pair.quoted() && key.mail() && !key.aside();
            if (ours && MailKey.HOST.contains(key.field()) && !taking.has(SlipField.HOST)) {
                taking.hostAndPort(pair);
            } else if (ours && MailKey.PORT.contains(key.field()) && !taking.has(SlipField.PORT)) {
                taking.take(SlipField.PORT, pair);
            }
        }
        if (snippet.contains("Net::SMTP")) {
            snippet.key("Port").stream().limit(1).forEach(pair -> taking.take(SlipField.PORT, pair));
        }
        if (snippet.contains("Net::SMTP") || snippet.contains("gomail")) {
            snippet.name("SSL").stream().filter(pair -> FieldCollector.yes(pair.value())).limit(1)
                    .forEach(pair -> taking.security(Security.TLS, pair.line()));
        }
        snippet.calls("put").filter(call -> call.arguments().size() > 1 && FieldCollector.yes(call.argument(1))).forEach(call -> {
            taking.security(call.argument(0).contains("starttls") ? Security.STARTTLS : call.argument(0).endsWith("ssl.enable")
                    ? Security.TLS
                    : Security.AUTO, call.line());
        });
        snippet.key("from").stream().filter(pair -> pair.quoted() && pair.value().indexOf('@') > 0 && !taking.has(SlipField.FROM)).limit(1)
                .forEach(pair -> taking.take(SlipField.FROM, pair));
    }
}
