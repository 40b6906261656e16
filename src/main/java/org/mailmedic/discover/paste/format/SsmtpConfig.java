package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

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
        snippet.key("UseSTARTTLS").stream().filter(pair -> FieldCollector.yes(pair.value())).findFirst()
                .ifPresent(pair -> taking.security(Security.STARTTLS, pair.line()));
        snippet.key("UseTLS").stream().filter(pair -> FieldCollector.yes(pair.value())).findFirst().ifPresent(pair -> {
            if (taking.draft().security() == Security.AUTO) {
                taking.security(Security.TLS, pair.line());
            }
        });
        return Optional.of(taking);
    }
}
