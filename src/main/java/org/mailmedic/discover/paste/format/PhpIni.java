package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;

/// `php.ini` on Windows, whose `mail()` speaks SMTP itself, without encryption and sign-in: `SMTP = smtp.example.org`, `smtp_port = 25`,
/// `sendmail_from = shop@example.org`.
public final class PhpIni implements Format {
    @Override
    public String id() {
        return "php-ini";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.hasKey("smtp") || !snippet.hasKey("smtp_port", "sendmail_from") && !snippet.contains("[mail function]")) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        taking.take(SlipField.HOST, snippet.key("smtp")).take(SlipField.PORT, snippet.key("smtp_port"))
                .take(SlipField.FROM, snippet.key("sendmail_from")).take(SlipField.USER, snippet.key("auth_username"))
                .take(SlipField.PASSWORD, snippet.key("auth_password"));
        return Optional.of(taking);
    }
}
