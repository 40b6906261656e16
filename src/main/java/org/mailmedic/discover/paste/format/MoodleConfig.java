package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;

/// Moodle's `config.php`: `$CFG->smtphosts = 'smtp.example.org:587';`. Several hosts may stand there; the first one counts.
public final class MoodleConfig implements Format {
    @Override
    public String id() {
        return "moodle";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        var taking = new FieldCollector();
        snippet.name("smtphosts").stream().filter(pair -> !pair.value().isEmpty()).limit(1)
                .forEach(pair -> taking.hostAndPort(pair.value().split(";", 2)[0], pair.line()));
        if (!taking.has(SlipField.HOST)) {
            return Optional.empty();
        }
        taking.take(SlipField.USER, snippet.name("smtpuser")).take(SlipField.PASSWORD, snippet.name("smtppass"))
                .take(SlipField.FROM, snippet.name("noreplyaddress"));
        snippet.name("smtpsecure").forEach(pair -> taking.security(FieldCollector.byPhpWord(pair.value()), pair.line()));
        return Optional.of(taking);
    }
}
