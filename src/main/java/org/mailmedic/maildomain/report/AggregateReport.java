package org.mailmedic.maildomain.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One DMARC aggregate report (RFC 9990; the older form of RFC 7489 appendix C reads the same).
///
/// @param organization who reports
/// @param domain       whose policy it was
/// @param begin        of the time it covers
/// @param rows         one for each source and outcome, however often the report has it
public record AggregateReport(String organization, String domain, Optional<Instant> begin, Optional<Instant> end, List<Row> rows) {
    /// @param source      the address that the mail came from, as written
    /// @param count       messages
    /// @param disposition what was done with them
    /// @param dkim        whether an aligned signature held
    /// @param spf         whether SPF passed, aligned
    /// @param headerFrom  the domain in `From:`
    /// @param proven      domains that something was proven for, aligned or not
    public record Row(String source, long count, String disposition, boolean dkim, boolean spf, String headerFrom, List<String> proven) {
        public Row {
            proven = List.copyOf(proven);
        }

        /// The same, of so many messages.
        Row counting(long messages) {
            return new Row(source, messages, disposition, dkim, spf, headerFrom, proven);
        }

        public boolean passed() {
            return dkim || spf;
        }
    }

    public AggregateReport {
        rows = List.copyOf(rows);
    }
}
