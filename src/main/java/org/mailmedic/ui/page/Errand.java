package org.mailmedic.ui.page;

import org.mailmedic.plan.Options;
import org.mailmedic.settings.Settings;

/// What is to be checked, and how. It keeps the password for "check again", until [#wipe].
///
/// @param practice whether the server is the built-in practice server
public record Errand(Settings settings, Options options, boolean practice) {
    public void wipe() {
        settings.login().wipe();
    }
}
