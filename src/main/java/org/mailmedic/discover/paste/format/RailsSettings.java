package org.mailmedic.discover.paste.format;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.KeyTable;
import org.mailmedic.discover.paste.taking.Switches;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;

/// Rails, in its configuration or `.env`: `config.action_mailer.smtp_settings = { address: "smtp.example.org", port: 587 }`,
/// `SMTP_ADDRESS=smtp.example.org`.
public final class RailsSettings implements Format {
    private static final KeyTable KEYS = new KeyTable().with(SlipField.HOST, "SMTP_ADDRESS", "address")
            .with(SlipField.PORT, "SMTP_PORT", "port")
            .with(SlipField.USER, "SMTP_USER_NAME", "SMTP_USERNAME", "SMTP_LOGIN", "user_name").with(SlipField.PASSWORD, "SMTP_PASSWORD",
            "password")
            .with(SlipField.FROM, "SMTP_FROM_ADDRESS", "SMTP_FROM", "MAILER_SENDER", "from");

    /// What the switch for STARTTLS may say beside yes and no.
    private static final Map<String, String> STARTTLS = Map.of("auto", "true", "always", "true", "never", "false");

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
        var switches = new Switches();
        flags(snippet, "tls", "ssl", "SMTP_TLS", "SMTP_SSL").forEach(pair -> switches.atOnce(pair.value(), pair.line()));
        flags(snippet, "enable_starttls", "enable_starttls_auto", "starttls_auto", "SMTP_ENABLE_STARTTLS", "SMTP_ENABLE_STARTTLS_AUTO")
                .forEach(pair -> switches.upgrade(STARTTLS.getOrDefault(pair.value(), pair.value()), pair.line()));
        switches.into(taking);
        return Optional.of(taking);
    }

    private static Stream<Token.Pair> flags(Snippet snippet, String... names) {
        return Stream.of(names).flatMap(name -> snippet.name(name).stream()).map(pair -> pair.value().startsWith(":")
                ? new Token.Pair(pair.key(), pair.value().substring(1), pair.quoted(), pair.line()) : pair);
    }
}
