package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.KeyTable;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

/// Spring Boot's `application.properties`: `spring.mail.host=smtp.example.org`.
public final class SpringProperties implements Format {
    private static final String PREFIX = "spring.mail.";
    private static final KeyTable KEYS = new KeyTable().with(SlipField.HOST, PREFIX + "host").with(SlipField.PORT, PREFIX + "port")
            .with(SlipField.USER, PREFIX + "username")
            .with(SlipField.PASSWORD, PREFIX + "password").with(SlipField.FROM, PREFIX + "from", PREFIX + "properties.mail.smtp.from");

    @Override
    public String id() {
        return "spring-properties";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.contains(PREFIX)) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        KEYS.byKey(snippet, taking);
        String smtp = PREFIX + "properties.mail.smtp.";
        flag(snippet, smtp + "ssl.enable", Security.TLS, taking);
        flag(snippet, PREFIX + "properties.mail.smtps.ssl.enable", Security.TLS, taking);
        flag(snippet, smtp + "starttls.enable", Security.STARTTLS, taking);
        flag(snippet, smtp + "starttls.required", Security.STARTTLS, taking);
        snippet.key(smtp + "socketFactory.class").stream().filter(pair -> pair.value().contains("SSL"))
                .forEach(pair -> taking.security(Security.TLS, pair.line()));
        snippet.key(PREFIX + "protocol").stream().filter(pair -> pair.value().equals("smtps"))
                .forEach(pair -> taking.security(Security.TLS, pair.line()));
        return Optional.of(taking);
    }

    private static void flag(Snippet snippet, String key, Security security, FieldCollector taking) {
        snippet.key(key).stream().filter(pair -> FieldCollector.yes(pair.value())).findFirst()
                .ifPresent(pair -> taking.security(security, pair.line()));
    }
}
