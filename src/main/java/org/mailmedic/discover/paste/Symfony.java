package org.mailmedic.discover.paste;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.discover.slip.Field;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

/// Symfony Mailer and its forerunner Swift Mailer: `MAILER_DSN=smtp://…`, `new EsmtpTransport('host', 465, true)`,
/// `(new Swift_SmtpTransport('host', 587, 'tls'))->setUsername('anna')`.
final class Symfony implements Format {
    private final ProviderBook book;

    Symfony(ProviderBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "symfony";
    }

    @Override
    public Optional<Taking> read(Snippet snippet) {
        var taking = new Taking();
        Stream.of("MAILER_DSN", "MAILER_URL", "dsn").flatMap(key -> snippet.key(key).stream()).filter(pair -> pair.value().contains("://"))
                .findFirst().flatMap(pair -> MailUrl.parse(pair.value())).ifPresent(url -> url.into(taking, book, lineOf(snippet)));
        Stream.of("EsmtpTransport", "Swift_SmtpTransport", "SmtpTransport").flatMap(snippet::calls).filter(call -> !call.arguments()
                .isEmpty()).findFirst()
                .ifPresent(call -> transport(call, snippet, taking));
        return taking.count() == 0 ? Optional.empty() : Optional.of(taking);
    }

    private static int lineOf(Snippet snippet) {
        return Stream.of("MAILER_DSN", "MAILER_URL", "dsn").flatMap(key -> snippet.key(key).stream()).mapToInt(Token.Pair::line).findFirst()
                .orElse(0);
    }

    private static void transport(Token.Call call, Snippet snippet, Taking taking) {
        taking.take(Field.HOST, call.arguments().getFirst());
        if (call.arguments().size() > 1) {
            taking.take(Field.PORT, call.arguments().get(1));
        }
        String mode = call.argument(2);
        taking.security(Taking.yes(mode) ? Security.TLS : Taking.byPhpWord(mode), call.line());
        snippet.calls("setHost").limit(1).forEach(c -> taking.take(Field.HOST, c.argument(0), c.line()));
        snippet.calls("setPort").limit(1).forEach(c -> taking.take(Field.PORT, c.argument(0), c.line()));
        snippet.calls("setEncryption").limit(1).forEach(c -> taking.security(Taking.byPhpWord(c.argument(0)), c.line()));
        snippet.calls("setUsername").limit(1).forEach(c -> taking.take(Field.USER, c.argument(0), c.line()));
        snippet.calls("setPassword").limit(1).forEach(c -> taking.take(Field.PASSWORD, c.argument(0), c.line()));
        snippet.calls("from").limit(1).forEach(c -> taking.take(Field.FROM, c.argument(0), c.line()));
    }
}
