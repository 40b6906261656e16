package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.KeyTable;
import org.mailmedic.discover.paste.taking.Switches;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;

/// Django, in `settings.py` or `.env`: `EMAIL_HOST = "smtp.example.org"`. `EMAIL_USE_TLS` means STARTTLS, `EMAIL_USE_SSL` TLS at once.
public final class DjangoSettings implements Format {
    private static final KeyTable KEYS = new KeyTable().with(SlipField.HOST, "EMAIL_HOST").with(SlipField.PORT, "EMAIL_PORT")
            .with(SlipField.USER,
            "EMAIL_HOST_USER")
            .with(SlipField.PASSWORD, "EMAIL_HOST_PASSWORD").with(SlipField.FROM, "DEFAULT_FROM_EMAIL", "SERVER_EMAIL");

    @Override
    public String id() {
        return "django";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.hasKey("EMAIL_HOST", "EMAIL_HOST_USER", "EMAIL_USE_TLS", "EMAIL_USE_SSL")) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        KEYS.byKey(snippet, taking);
        var switches = new Switches();
        snippet.key("EMAIL_USE_SSL").forEach(pair -> switches.atOnce(pair.value(), pair.line()));
        snippet.key("EMAIL_USE_TLS").forEach(pair -> switches.upgrade(pair.value(), pair.line()));
        switches.into(taking);
        return Optional.of(taking);
    }
}
