package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.settings.Security;

/// .NET: `new SmtpClient("smtp.example.org", 587)`, MailKit's `client.Connect(…)`, `<network host="…"/>` in a web.config,
/// `appsettings.json`.
/// The `EnableSsl` of System.Net.Mail means STARTTLS: it knows no TLS from the first byte.
public final class DotNet implements Format {
    private static final List<String> MARKERS = List.of("SmtpClient", "NetworkCredential", "EnableSsl", "enableSsl", "<mailSettings",
            "SecureSocketOptions", "MailKit", "\"Smtp\"",
            "\"SmtpSettings\"", "\"EmailSettings\"", "\"MailSettings\"", "\"Smtp", "SmtpServer\"");

    /// Sender, recipient, subject and text.
    private static final int MESSAGE = 4;

    @Override
    public String id() {
        return "dotnet";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (MARKERS.stream().noneMatch(snippet::contains)) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        snippet.calls("SmtpClient").filter(call -> !call.arguments().isEmpty() && call.arguments().getFirst().quoted()).limit(1)
                .forEach(call -> server(call, taking));
        Stream.of("Connect", "ConnectAsync").flatMap(snippet::calls).filter(call -> call.arguments().size() >= 2).limit(1).forEach(call -> {
            server(call, taking);
            taking.security(byOption(call.argument(2)), call.line());
        });
        Stream.of("NetworkCredential", "Authenticate", "AuthenticateAsync").flatMap(snippet::calls).filter(call -> call.arguments()
                .size() >= 2).limit(1).forEach(call -> {
            value(SlipField.USER, call, 0, snippet, taking);
            value(SlipField.PASSWORD, call, 1, snippet, taking);
        });
        Stream.of("Host", "SmtpServer", "SmtpHost", "MailServer", "Server").forEach(name ->
                taking.take(SlipField.HOST, snippet.name(name)));
        Stream.of("Port", "SmtpPort", "MailPort").forEach(name -> taking.take(SlipField.PORT, snippet.name(name)));
        Stream.of("UserName", "SmtpUser", "SmtpUsername", "User", "Login", "Mail")
                .forEach(name -> taking.take(SlipField.USER, snippet.name(name)));
        Stream.of("Password", "SmtpPassword", "SmtpPass").forEach(name -> taking.take(SlipField.PASSWORD, snippet.name(name)));
        Stream.of("From", "SenderEmail", "FromEmail", "FromAddress", "FromMail", "MailFrom", "Sender", "SenderAddress", "SmtpFrom",
                "DefaultEmailFromAddress", "DefaultFromEmail", "DefaultFromAddress", "DefaultFrom", "DefaultSender", "FeedbackEmail")
                .forEach(name -> taking.take(SlipField.FROM, snippet.name(name)));
        sender(snippet).filter(_ -> !taking.has(SlipField.FROM)).forEach(argument -> taking.take(SlipField.FROM, argument));
        // with this name it is both
        snippet.name("Mail").stream().filter(pair -> pair.value().indexOf('@') > 0 && !taking.has(SlipField.FROM)).limit(1)
                .forEach(pair -> taking.take(SlipField.FROM, pair));
        Stream.of("EnableSsl", "UseSsl", "UseStartTls").flatMap(name -> snippet.name(name).stream())
                .filter(pair -> FieldCollector.yes(pair.value())).findFirst()
                .ifPresent(pair -> enabled(pair, taking));
        Stream.of("SecureSocketOptions", "Security", "ConnectionSecurity").flatMap(name -> snippet.name(name).stream()).findFirst()
                .ifPresent(pair -> taking.security(byOption(pair.value()), pair.line()));
        return Optional.of(taking);
    }

    private static void server(Token.Call call, FieldCollector taking) {
        taking.take(SlipField.HOST, literal(call, 0), call.line());
        taking.take(SlipField.PORT, call.argument(1).matches("\\d{1,6}") ? call.argument(1) : "", call.line());
    }

    /// The argument itself, what the variable was given elsewhere, or the address of `new MailAddress("…")`.
    private static void value(SlipField field, Token.Call call, int index, Snippet snippet, FieldCollector taking) {
        String name = call.argument(index);
        if (call.arguments().get(index).quoted()) {
            taking.take(field, name, call.line());
        } else if (name.endsWith(".Address")) {
            sender(snippet).forEach(argument -> taking.take(field, argument.value(), argument.line()));
        } else {
            snippet.key(name).stream().filter(Token.Pair::quoted).limit(1).forEach(pair -> taking.take(field, pair));
        }
    }

    /// That of the first `new MailAddress("…")`, or of a message that is made or sent from one address to another.
    private static Stream<Token.Pair> sender(Snippet snippet) {
        Stream<Token.Call> made = Stream.of("MailAddress", "MailMessage", "MailboxAddress").flatMap(snippet::calls).limit(1);
        Stream<Token.Call> sent = Stream.of("Send", "SendAsync", "SendMailAsync").flatMap(snippet::calls)
                .filter(call -> call.arguments().size() == MESSAGE);
        return Stream.concat(made, sent).flatMap(call -> call.arguments().stream().limit(2))
                .filter(argument -> argument.quoted() && argument.value().indexOf('@') > 0).limit(1);
    }

    private static String literal(Token.Call call, int index) {
        return index < call.arguments().size() && call.arguments().get(index).quoted() ? call.argument(index) : "";
    }

    private static void enabled(Token.Pair pair, FieldCollector taking) {
        // MailKit's own switch of this name, and settings made for it, mean TLS at once on 465
        boolean atOnce = taking.draft().port().equals("465") && pair.name().equalsIgnoreCase("UseSsl");
        taking.security(atOnce ? Security.TLS : Security.STARTTLS, pair.line());
        taking.doubt(SlipField.SECURITY, Doubt.Kind.GUESSED, pair.line());
    }

    private static Security byOption(String option) {
        String lower = option.toLowerCase(Locale.ROOT);
        if (lower.contains("starttls")) {
            return Security.STARTTLS;
        }
        return lower.contains("sslonconnect") || List.of("true", "tls", "ssl").contains(lower) ? Security.TLS : Security.AUTO;
    }
}
