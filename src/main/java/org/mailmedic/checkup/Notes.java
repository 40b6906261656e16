package org.mailmedic.checkup;

import org.mailmedic.evidence.Evidence;

/// Where a look writes down what it saw.
interface Notes {
    /// @return what was handed in
    <E extends Evidence> E note(E seen);
}
