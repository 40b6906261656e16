package org.mailmedic.diagnosis;

import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;

/// One question put to the evidence. Pure: it sees the case file and nothing else, and claims nothing that was not seen.
@FunctionalInterface
public interface Rule {
    Stream<Finding> examine(CaseFile file);
}
