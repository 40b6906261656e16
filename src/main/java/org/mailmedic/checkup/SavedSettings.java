package org.mailmedic.checkup;

import java.util.Map;
import java.util.Optional;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;

/// The settings in a saved report, without what was never written down: the password.
final class SavedSettings {
    private SavedSettings() {}

    /// What makes no sense there is as if it had not been given.
    static Settings of(Map<String, Object> document) {
        Map<?, ?> saved = document.get("settings") instanceof Map<?, ?> map ? map : Map.of();
        Settings settings = Settings.of(text(saved, "host").orElse(""))
                .withSecurity(text(saved, "security").flatMap(Security::of).orElse(Security.AUTO))
                .withSymptom(text(saved, "symptom").flatMap(Symptom::of).orElse(Symptom.MAIL_PROGRAM))
                .withLogin(text(saved, "user").<Login>map(Login.NameOnly::new).orElseGet(Login.None::new));
        if (saved.get("port") instanceof Integer port && port >= 1 && port <= 65535) {
            settings = settings.withPort(port);
        }
        Optional<EmailAddress> from = text(saved, "from").flatMap(EmailAddress::parse);
        Optional<EmailAddress> to = text(saved, "to").flatMap(EmailAddress::parse);
        settings = from.isPresent() ? settings.withFrom(from.get()) : settings;
        return to.isPresent() ? settings.withTo(to.get()) : settings;
    }

    private static Optional<String> text(Map<?, ?> from, String name) {
        return from.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
