package org.mailmedic.maildomain.spf;

import java.util.Optional;

/// How SPF ended for one sender.
///
/// @param term        of the domain's own record: the one that decided; empty where none did
/// @param lookups     terms that asked DNS, up to the end (RFC 7208 §4.6.4); 11 means that the limit of ten was passed
/// @param voidLookups those of them that found nothing
/// @param explanation the domain's own words for a fail (§6.2); empty where it has none
/// @param cause       why it ended in permerror or temperror
public record SpfVerdict(SpfResult result, Optional<String> term, int lookups, int voidLookups, String explanation, Cause cause) {
    /// Why no verdict could be reached.
    public enum Cause {
        NONE, SEVERAL_RECORDS, SYNTAX, TOO_MANY_LOOKUPS, TOO_MANY_VOID_LOOKUPS, TOO_MANY_NAMES,
        /// A domain that is included or redirected to has no record.
        NO_RECORD_THERE, DNS
    }
}
