package org.mailmedic.settings;

import java.util.Optional;

/// Reads what stands in the host field. Nothing is looked up here.
public sealed interface HostName {
    /// A host name (in its ASCII form, without the closing dot) or an address literal (without brackets).
    ///
    /// @param ascii   what to look up or to connect to (RFC 5891 A-labels)
    /// @param literal whether it is an IP address already
    record Usable(String ascii, boolean literal) implements HostName {}

    /// Not a host name or address; says why, and what was probably meant.
    record Slip(Kind kind, String typed, Optional<String> suggestion) implements HostName {}

    enum Kind {
        EMPTY, URL, EMAIL_ADDRESS, PATH, PORT_INSIDE, BLANKS, INVISIBLE, QUOTES, MIXED_SCRIPTS, BAD_CHARACTER, TOO_LONG, BAD_LABEL,
                BAD_ADDRESS
    }

    int LONGEST_NAME = 253;
    int LONGEST_LABEL = 63;

    /// Never throws; whatever was typed is either usable or a slip.
    static HostName read(String typed) {
        return HostNameReader.read(typed == null ? "" : typed);
    }
}
