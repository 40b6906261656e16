package org.mailmedic.maildomain.dmarc;

import java.util.List;
import java.util.Optional;

/// What DMARC says about one author domain.
///
/// @param failed               whether a question had no answer, so that the rest is not known
/// @param foundAt              the domain whose record applies; empty where none does
/// @param record               that record; empty where none applies
/// @param seen                 what stands at the author domain's own place and does not count
/// @param policy               for mail of this very domain
/// @param applies              the tag that it comes from: `p`, `sp` or `np`
/// @param organizationalDomain empty where it could not be found out
/// @param problems             the contract's words
public record DmarcState(boolean failed, Optional<String> foundAt, Optional<DmarcRecord> record, List<String> seen,
                         Optional<DmarcPolicy> policy, Optional<String> applies, boolean testing, Optional<String> organizationalDomain,
                         Optional<String> adkim, Optional<String> aspf, List<String> problems) {
    public DmarcState {
        seen = List.copyOf(seen);
        problems = List.copyOf(problems);
    }
}
