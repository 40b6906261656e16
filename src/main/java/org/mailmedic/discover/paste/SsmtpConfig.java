package org.mailmedic.discover.paste;

import java.util.Optional;
import org.mailmedic.discover.slip.Field;
import org.mailmedic.settings.Security;

/// `/etc/ssmtp/ssmtp.conf`: `mailhub=smtp.example.org:587`, `UseSTARTTLS=YES`.
final class SsmtpConfig implements Format {
    @Override
    public String id() {
        return "ssmtp";
    }

    @Override
    public Optional<Taking> read(Snippet snippet) {
        if (!snippet.hasKey("mailhub")) {
            return Optional.empty();
        }
        var taking = new Taking();
        snippet.key("mailhub").forEach(pair -> taking.hostAndPort(pair.value(), pair.line()));
        taking.take(Field.USER, snippet.key("AuthUser")).take(Field.PASSWORD, snippet.key("AuthPass")).take(Field.FROM,
                snippet.key("root"));
        snippet.key("UseSTARTTLS").stream().filter(pair -> Taking.yes(pair.value())).findFirst()
                .ifPresent(pair -> taking.security(Security.STARTTLS, pair.line()));
        snippet.key("UseTLS").stream().filter(pair -> Taking.yes(pair.value())).findFirst().ifPresent(pair -> {
            if (taking.draft().security() == Security.AUTO) {
                taking.security(Security.TLS, pair.line());
            }
        });
        return Optional.of(taking);
    }
}
