package org.mailmedic.discover.paste;

import java.util.Optional;
import org.mailmedic.discover.slip.Field;
import org.mailmedic.settings.Security;

/// Django, in `settings.py` or `.env`: `EMAIL_HOST = "smtp.example.org"`. `EMAIL_USE_TLS` means STARTTLS, `EMAIL_USE_SSL` TLS at once.
final class DjangoSettings implements Format {
    private static final KeyTable KEYS = new KeyTable().with(Field.HOST, "EMAIL_HOST").with(Field.PORT, "EMAIL_PORT").with(Field.USER,
            "EMAIL_HOST_USER")
            .with(Field.PASSWORD, "EMAIL_HOST_PASSWORD").with(Field.FROM, "DEFAULT_FROM_EMAIL", "SERVER_EMAIL");

    @Override
    public String id() {
        return "django";
    }

    @Override
    public Optional<Taking> read(Snippet snippet) {
        if (!snippet.hasKey("EMAIL_HOST", "EMAIL_HOST_USER", "EMAIL_USE_TLS", "EMAIL_USE_SSL")) {
            return Optional.empty();
        }
        var taking = new Taking();
        KEYS.byKey(snippet, taking);
        snippet.key("EMAIL_USE_SSL").stream().filter(pair -> Taking.yes(pair.value())).findFirst()
                .ifPresent(pair -> taking.security(Security.TLS, pair.line()));
        snippet.key("EMAIL_USE_TLS").stream().filter(pair -> Taking.yes(pair.value())).findFirst()
                .ifPresent(pair -> taking.security(Security.STARTTLS, pair.line()));
        return Optional.of(taking);
    }
}
