package org.mailmedic.diagnosis.rules;

import java.util.List;
import org.mailmedic.diagnosis.PairRule;

/// All rules about two places. Their order means nothing.
public final class PairBook {
    private PairBook() {}

    public static List<PairRule> all() {
        return List.of(
                new BlockedThereRule(),
                new RedirectedThereRule(),
                new NamesDifferRule(),
                new OldTlsThereRule());
    }
}
