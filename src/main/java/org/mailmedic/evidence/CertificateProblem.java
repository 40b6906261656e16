package org.mailmedic.evidence;

import java.util.Locale;

/// Why a certificate does not prove that this is the server asked for.
public enum CertificateProblem {
    EXPIRED, NOT_YET_VALID,
    /// A certificate further up the chain is outside its dates.
    ISSUER_EXPIRED,
    /// Subject and issuer of the only certificate are the same.
    SELF_SIGNED,
    /// The chain ends at an authority that no store here knows.
    UNKNOWN_AUTHORITY,
    /// The server forgot its intermediate certificate: its address is in the leaf, or it is among the known ones.
    INCOMPLETE,
    /// Key or signature too weak to be trusted.
    WEAK,
    /// Not meant for servers (extended key usage), or otherwise unfit.
    UNFIT,
    /// Valid, for other names.
    WRONG_NAME;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
