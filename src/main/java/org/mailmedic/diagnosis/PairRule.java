package org.mailmedic.diagnosis;

import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;

/// One question put to what was seen from two places. Pure, as a [Rule]: it claims nothing that was not seen.
@FunctionalInterface
public interface PairRule {
    /// @param here  what this computer saw
    /// @param there what the website's server saw; the findings are about that one's mail
    Stream<Finding> examine(CaseFile here, CaseFile there);
}
