package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.KeyTable;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

/// Rails, in its configuration or `.env`: `config.action_mailer.smtp_settings = { address: "smtp.example.org", port: 587 }`,
/// `SMTP_ADDRESS=smtp.example.org`.
public final class RailsSettings implements Format {
    private static final KeyTable KEYS = new KeyTable().with(SlipField.HOST, "SMTP_ADDRESS", "address")
            .with(SlipField.PORT, "SMTP_PORT", "port")
            .with(SlipField.USER, "SMTP_USER_NAME", "SMTP_USERNAME", "SMTP_LOGIN", "user_name").with(SlipField.PASSWORD, "SMTP_PASSWORD",
            "password")
            .with(SlipField.FROM, "SMTP_FROM_ADDRESS", "SMTP_FROM", "MAILER_SENDER", "from");

    @Override
    public String id() {
        return "rails";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.hasKey("SMTP_ADDRESS", "enable_starttls_auto") && !snippet.contains("smtp_settings") && !snippet.hasKey("user_name")) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        KEYS.byName(snippet, taking);
        MailKey.senders(snippet).stream().filter(_ -> !taking.has(SlipField.FROM)).limit(1)
                .forEach(pair -> taking.take(SlipField.FROM, pair));
        flag(snippet, taking, Security.TLS, "tls", "ssl", "SMTP_TLS", "SMTP_SSL");
        flag(snippet, taking, Security.STARTTLS, "enable_starttls", "enable_starttls_auto", "starttls_auto", "SMTP_ENABLE_STARTTLS",
                "SMTP_ENABLE_STARTTLS_AUTO");
        return Optional.of(taking);
    }

    private static void flag(Snippet snippet, FieldCollector taking, Security security, String... names) {
        for (String name : names) {
            snippet.name(name).stream().filter(pair -> FieldCollector.yes(pair.value()) || pair.value().equals("always")
                    || pair.value().equals("auto")).findFirst()
                    .ifPresent(pair -> {
                // starttls_auto is on by default and says little on a port where TLS comes first
                boolean auto = name.endsWith("auto") && taking.draft().security() != Security.AUTO;
                taking.security(auto ? Security.AUTO : security, pair.line());
            });
        }
    }
}
