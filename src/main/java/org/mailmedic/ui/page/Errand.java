package org.mailmedic.ui.page;

import java.util.Optional;
import org.mailmedic.plan.Options;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Settings;

/// What is to be checked, and how. It keeps the password for "check again", until [#wipe].
///
/// @param practice whether the server is the built-in practice server
/// @param earlier  the report after which it is checked again: only what failed and what depends on it has to be looked at
public record Errand(Settings settings, Options options, boolean practice, Optional<Report> earlier) {
    /// To be looked at from scratch.
    public Errand(Settings settings, Options options, boolean practice) {
        this(settings, options, practice, Optional.empty());
    }

    public Errand after(Report report) {
        return new Errand(settings, options, practice, Optional.of(report));
    }

    public void wipe() {
        settings.login().wipe();
    }
}
