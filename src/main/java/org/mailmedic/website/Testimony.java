package org.mailmedic.website;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.settings.Settings;

/// What a website's server said that it saw.
///
/// @param made     when the file was made; empty when it does not say
/// @param at       when it looked, by the server's clock
/// @param asked    the server that it looked at, as settings; empty when nothing in it says
/// @param evidence as the probe noted it: certificates are there, but not judged yet
/// @param partial  whether its time ran out before it had looked at everything
/// @param left     how often the file answers after this; empty when it does not say
/// @param report   the id of the report that it was taken from; empty where a probe made it
public record Testimony(Optional<Instant> made, Instant at, Optional<Settings> asked, List<Evidence> evidence, boolean partial,
        OptionalInt left, Optional<String> report) {
    public Testimony {
        evidence = List.copyOf(evidence);
    }

    /// Whether it is that very report, so that nothing is compared.
    ///
    /// @param document a report as it was written
    public boolean isReport(Map<String, Object> document) {
        return report.filter(id -> id.equals(document.get("id"))).isPresent();
    }
}
