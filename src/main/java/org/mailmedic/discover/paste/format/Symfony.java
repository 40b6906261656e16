package org.mailmedic.discover.paste.format;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

/// Symfony Mailer and its forerunner Swift Mailer: `MAILER_DSN=smtp://…`, `new EsmtpTransport('host', 465, true)`,
/// `(new Swift_SmtpTransport('host', 587, 'tls'))->setUsername('anna')`.
public final class Symfony implements Format {
    private final ProviderBook book;

    public Symfony(ProviderBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "symfony";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        var taking = new FieldCollector();
        Stream.of("MAILER_DSN", "MAILER_URL", "dsn").flatMap(key -> snippet.key(key).stream()).filter(pair -> pair.value().contains("://"))
                .findFirst().flatMap(pair -> url(pair.value())).ifPresent(url -> url.into(taking, book, lineOf(snippet)));
        Stream.of("EsmtpTransport", "Swift_SmtpTransport", "SmtpTransport").flatMap(snippet::calls).filter(call -> !call.arguments()
                .isEmpty()).findFirst()
                .ifPresent(call -> transport(call, snippet, taking));
        if (taking.has(SlipField.HOST) && !taking.has(SlipField.FROM)) {
            MailKey.senders(snippet).stream().limit(1).forEach(pair -> taking.take(SlipField.FROM, pair));
        }
        return taking.count() == 0 ? Optional.empty() : Optional.of(taking);
    }

    /// A provider from the book may be the scheme; its web interface is no mail server.
    private Optional<MailUrl> url(String dsn) {
        return MailUrl.parse(dsn).or(() -> MailUrl.ofAnyScheme(dsn).filter(url -> url.host().equals("default")
                && book.all().stream().anyMatch(provider -> provider.key().equals(url.scheme()))));
    }

    private static int lineOf(Snippet snippet) {
        return Stream.of("MAILER_DSN", "MAILER_URL", "dsn").flatMap(key -> snippet.key(key).stream()).mapToInt(Token.Pair::line).findFirst()
                .orElse(0);
    }

    private static void transport(Token.Call call, Snippet snippet, FieldCollector taking) {
        taking.take(SlipField.HOST, call.arguments().getFirst());
        if (call.arguments().size() > 1) {
            taking.take(SlipField.PORT, call.arguments().get(1));
        }
        String mode = call.argument(2);
        taking.security(FieldCollector.yes(mode) ? Security.TLS : FieldCollector.byPhpWord(mode), call.line());
        snippet.calls("setHost").limit(1).forEach(c -> taking.take(SlipField.HOST, c.argument(0), c.line()));
        snippet.calls("setPort").limit(1).forEach(c -> taking.take(SlipField.PORT, c.argument(0), c.line()));
        snippet.calls("setEncryption").limit(1).forEach(c -> taking.security(FieldCollector.byPhpWord(c.argument(0)), c.line()));
        snippet.calls("setUsername").limit(1).forEach(c -> taking.take(SlipField.USER, c.argument(0), c.line()));
        snippet.calls("setPassword").limit(1).forEach(c -> taking.take(SlipField.PASSWORD, c.argument(0), c.line()));
        snippet.calls("from").limit(1).forEach(c -> taking.take(SlipField.FROM, c.argument(0), c.line()));
    }
}
