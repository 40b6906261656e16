package org.mailmedic.ui.page;

import org.mailmedic.plan.Options;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Settings;

/// What is to be checked, and how. It keeps the password for "check again", until [#wipe].
///
/// @param practice whether the server is the built-in practice server
public record Errand(Settings settings, Options options, boolean practice) {
    /// The settings for one check-up, with a password of their own that may be wiped when it ends.
    Settings forOneRun() {
        return switch (settings.login()) {
            case Login.None() -> settings;
            case Login.NameOnly(_) -> settings;
            case Login.Password(var user, var password) -> settings.withLogin(new Login.Password(user, password.copy()));
            case Login.AccessToken(var user, var token) -> settings.withLogin(new Login.AccessToken(user, token.copy()));
        };
    }

    public void wipe() {
        settings.login().wipe();
    }
}
