package org.mailmedic.discover;

import java.util.Locale;

/// Where settings for an address come from, the most trustworthy first.
public enum Origin {
    /// The provider book that comes with the program.
    LIST,
    /// The domain's own description at `autoconfig.<domain>`.
    AUTOCONFIG,
    /// The domain's own description below its `/.well-known/` (RFC 8615).
    WELL_KNOWN,
    /// Mozilla's public database of Internet service providers.
    ISPDB,
    /// SRV records (RFC 6186, RFC 8314 §5.1).
    SRV,
    /// The provider that receives the domain's mail.
    MX,
    /// Usual names and ports that answered.
    GUESS;

    /// The word in the output.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
