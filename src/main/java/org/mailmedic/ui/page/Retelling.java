package org.mailmedic.ui.page;

import java.util.Locale;
import org.mailmedic.report.Report;

/// Tells a report in a language: titles, steps and letters come from its codes and facts. What was measured stays as it is.
@FunctionalInterface
public interface Retelling {
    /// The same report where it cannot be told otherwise. It may take some milliseconds.
    Report in(Locale language, Report report);
}
