package org.mailmedic.discover.paste;

import java.util.Optional;
import org.mailmedic.discover.slip.Field;

/// Moodle's `config.php`: `$CFG->smtphosts = 'smtp.example.org:587';`. Several hosts may stand there; the first one counts.
final class MoodleConfig implements Format {
    @Override
    public String id() {
        return "moodle";
    }

    @Override
    public Optional<Taking> read(Snippet snippet) {
        var taking = new Taking();
        snippet.name("smtphosts").stream().filter(pair -> !pair.value().isEmpty()).limit(1)
                .forEach(pair -> taking.hostAndPort(pair.value().split(";", 2)[0], pair.line()));
        if (!taking.has(Field.HOST)) {
            return Optional.empty();
        }
        taking.take(Field.USER, snippet.name("smtpuser")).take(Field.PASSWORD, snippet.name("smtppass"))
                .take(Field.FROM, snippet.name("noreplyaddress"));
        snippet.name("smtpsecure").forEach(pair -> taking.security(Taking.byPhpWord(pair.value()), pair.line()));
        return Optional.of(taking);
    }
}
