package org.mailmedic.discover.paste;

import java.util.Optional;
import org.mailmedic.discover.slip.Field;

/// `php.ini` on Windows, whose `mail()` speaks SMTP itself, without encryption and sign-in: `SMTP = smtp.example.org`, `smtp_port = 25`,
/// `sendmail_from = shop@example.org`.
final class PhpIni implements Format {
    @Override
    public String id() {
        return "php-ini";
    }

    @Override
    public Optional<Taking> read(Snippet snippet) {
        if (!snippet.hasKey("smtp") || !snippet.hasKey("smtp_port", "sendmail_from") && !snippet.contains("[mail function]")) {
            return Optional.empty();
        }
        var taking = new Taking();
        taking.take(Field.HOST, snippet.key("smtp")).take(Field.PORT, snippet.key("smtp_port"))
                .take(Field.FROM, snippet.key("sendmail_from")).take(Field.USER, snippet.key("auth_username"))
                .take(Field.PASSWORD, snippet.key("auth_password"));
        return Optional.of(taking);
    }
}
