package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.Switches;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;

/// `/etc/ssmtp/ssmtp.conf`: `mailhub=smtp.example.org:587`, `UseSTARTTLS=YES`.
public final class SsmtpConfig implements Format {
    @Override
    public String id() {
        return "ssmtp";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.hasKey("mailhub")) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        snippet.key("mailhub").forEach(pair -> taking.hostAndPort(pair.value(), pair.line()));
        taking.take(SlipField.USER, snippet.key("AuthUser")).take(SlipField.PASSWORD, snippet.key("AuthPass")).take(SlipField.FROM,
                snippet.key("root"));
        boolean upgrade = snippet.key("UseSTARTTLS").stream().anyMatch(pair -> FieldCollector.yes(pair.value()));
        var switches = new Switches();
        snippet.key("UseSTARTTLS").forEach(pair -> switches.upgrade(pair.value(), pair.line()));
        // with both on, ssmtp does STARTTLS: the one is only how the other is asked for
        snippet.key("UseTLS").stream().filter(pair -> !upgrade).forEach(pair -> switches.atOnce(pair.value(), pair.line()));
        switches.into(taking);
        return Optional.of(taking);
    }
}
