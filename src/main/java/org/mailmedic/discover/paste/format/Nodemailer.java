package org.mailmedic.discover.paste.format;

import java.util.Locale;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

/// Nodemailer: `nodemailer.createTransport({ host: "smtp.example.org", port: 465, secure: true, auth: { user: "…", pass: "…" } })`.
/// Its `secure` means TLS from the first byte; without it STARTTLS is used when it is offered.
public final class Nodemailer implements Format {
    private final ProviderBook book;

    public Nodemailer(ProviderBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "nodemailer";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.contains("createTransport") && !snippet.contains("nodemailer")) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        taking.take(SlipField.HOST, snippet.name("host")).take(SlipField.PORT, snippet.name("port"))
                .take(SlipField.USER, snippet.name("user"))
                .take(SlipField.PASSWORD, snippet.name("pass"))
                .take(SlipField.FROM, snippet.name("from")).take(SlipField.FROM, snippet.name("defaultFrom"))
                        .take(SlipField.TO, snippet.name("to"));
        snippet.name("secure").stream().findFirst().ifPresent(pair -> {
            if (FieldCollector.yes(pair.value())) {
                taking.security(Security.TLS, pair.line());
            } else if (FieldCollector.no(pair.value()) && taking.draft().port().equals("587")) {
                taking.security(Security.STARTTLS, pair.line());
                taking.doubt(SlipField.SECURITY, Doubt.Kind.GUESSED, pair.line());
            }
        });
        snippet.name("requireTLS").stream().filter(pair -> FieldCollector.yes(pair.value())).findFirst()
                .ifPresent(pair -> taking.security(Security.STARTTLS, pair.line()));
        if (!taking.has(SlipField.HOST)) {
            snippet.name("service").stream().findFirst().ifPresent(pair -> service(pair, taking));
        }
        Optional<Token.Call> url = snippet.calls("createTransport").filter(call -> call.argument(0).contains("://")).findFirst();
        url.flatMap(call -> MailUrl.parse(call.argument(0))).ifPresent(parsed -> parsed.into(taking, book, url.get().line()));
        return Optional.of(taking);
    }

    /// `service: 'gmail'` stands for the provider's own server.
    private void service(Token.Pair pair, FieldCollector taking) {
        String name = pair.value().toLowerCase(Locale.ROOT).replace(" ", "");
        book.all().stream().filter(p -> p.key().equals(name) || p.name().toLowerCase(Locale.ROOT).replace(" ", "").equals(name)).findFirst()
                .or(() -> book.byDomain(name)).or(() -> book.byDomain(name + ".com")).ifPresent(provider -> {
            Provider.Server server = provider.servers().getFirst();
            taking.take(SlipField.HOST, server.host(), pair.line());
            taking.take(SlipField.PORT, Integer.toString(server.port()), pair.line());
            taking.security(server.security(), pair.line());
            taking.doubt(SlipField.HOST, Doubt.Kind.GUESSED, pair.line());
        });
    }
}
