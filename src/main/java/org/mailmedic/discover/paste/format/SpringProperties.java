package org.mailmedic.discover.paste.format;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.KeyTable;
import org.mailmedic.discover.paste.taking.Switches;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;

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
        var switches = new Switches();
        Stream.of(smtp + "ssl.enable", PREFIX + "properties.mail.smtps.ssl.enable").flatMap(key -> on(snippet, key))
                .forEach(pair -> switches.atOnce("true", pair.line()));
        Stream.of(smtp + "starttls.enable", smtp + "starttls.required").flatMap(key -> on(snippet, key))
                .forEach(pair -> switches.upgrade("true", pair.line()));
        snippet.key(smtp + "socketFactory.class").stream().filter(pair -> pair.value().contains("SSL"))
                .forEach(pair -> switches.atOnce("true", pair.line()));
        snippet.key(PREFIX + "protocol").stream().filter(pair -> pair.value().equals("smtps"))
                .forEach(pair -> switches.atOnce("true", pair.line()));
        switches.into(taking);
        return Optional.of(taking);
    }

    private static Stream<Token.Pair> on(Snippet snippet, String key) {
        return snippet.key(key).stream().filter(pair -> FieldCollector.yes(pair.value()));
    }
}
