package org.mailmedic.discover.paste.format;

import java.util.Locale;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.KeyTable;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

/// Laravel's `.env`: `MAIL_HOST=smtp.example.org`. Its word `tls` means STARTTLS, except on port 465.
public final class LaravelEnv implements Format {
    private static final KeyTable KEYS = new KeyTable().with(SlipField.HOST, "MAIL_HOST").with(SlipField.PORT, "MAIL_PORT")
            .with(SlipField.USER,
            "MAIL_USERNAME")
            .with(SlipField.PASSWORD, "MAIL_PASSWORD").with(SlipField.FROM, "MAIL_FROM_ADDRESS", "MAIL_FROM", "MAIL_FROM_EMAIL");

    @Override
    public String id() {
        return "laravel-env";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.hasKey("MAIL_MAILER", "MAIL_DRIVER", "MAIL_ENCRYPTION", "MAIL_SCHEME", "MAIL_FROM_ADDRESS", "MAIL_FROM_NAME",
                "MAIL_USERNAME", "MAIL_HOST")
                || snippet.hasKey("MAIL_SERVER", "MAIL_USE_TLS", "MAIL_USE_SSL", "MAIL_USER", "MAIL_PASS", "MAIL_SECURE", "MAIL_STARTTLS",
                        "MAIL_SSL", "MAIL_TLS")) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        KEYS.byKey(snippet, taking);
        boolean implicitPort = taking.draft().port().equals(Integer.toString(Security.TLS.usualPort()));
        snippet.key("MAIL_ENCRYPTION").stream().findFirst().ifPresent(pair -> {
            Security security = FieldCollector.byPhpWord(pair.value());
            boolean tls = pair.value().toLowerCase(Locale.ROOT).equals("tls") && implicitPort;
            taking.security(tls ? Security.TLS : security, pair.line());
        });
        snippet.key("MAIL_SCHEME").stream().filter(pair -> pair.value().equals("smtps")).findFirst()
                .ifPresent(pair -> taking.security(Security.TLS, pair.line()));
        return Optional.of(taking);
    }
}
