package org.mailmedic.ui.page;

import org.mailmedic.evidence.Evidence;

/// Puts one piece of evidence into words while the check-up runs.
public interface EvidenceText {
    /// One sentence for the list of what was seen.
    String line(Evidence evidence);

    /// A few words for under a station; empty when there is nothing to say.
    String brief(Evidence evidence);
}
