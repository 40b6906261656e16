package org.mailmedic.discover.paste;

import java.util.Optional;
import org.mailmedic.discover.slip.Field;
import org.mailmedic.settings.Security;

/// Spring Boot's `application.properties`: `spring.mail.host=smtp.example.org`.
final class SpringProperties implements Format {
    private static final String PREFIX = "spring.mail.";
    private static final KeyTable KEYS = new KeyTable().with(Field.HOST, PREFIX + "host").with(Field.PORT, PREFIX + "port")
            .with(Field.USER, PREFIX + "username")
            .with(Field.PASSWORD, PREFIX + "password").with(Field.FROM, PREFIX + "from", PREFIX + "properties.mail.smtp.from");

    @Override
    public String id() {
        return "spring-properties";
    }

    @Override
    public Optional<Taking> read(Snippet snippet) {
        if (!snippet.contains(PREFIX)) {
            return Optional.empty();
        }
        var taking = new Taking();
        KEYS.byKey(snippet, taking);
        String smtp = PREFIX + "properties.mail.smtp.";
        flag(snippet, smtp + "ssl.enable", Security.TLS, taking);
        flag(snippet, PREFIX + "properties.mail.smtps.ssl.enable", Security.TLS, taking);
        flag(snippet, smtp + "starttls.enable", Security.STARTTLS, taking);
        flag(snippet, smtp + "starttls.required", Security.STARTTLS, taking);
        snippet.key(PREFIX + "protocol").stream().filter(pair -> pair.value().equals("smtps"))
                .forEach(pair -> taking.security(Security.TLS, pair.line()));
        return Optional.of(taking);
    }

    private static void flag(Snippet snippet, String key, Security security, Taking taking) {
        snippet.key(key).stream().filter(pair -> Taking.yes(pair.value())).findFirst()
                .ifPresent(pair -> taking.security(security, pair.line()));
    }
}
