package org.mailmedic.maildomain.dmarc;

import java.util.Locale;

/// What DMARC makes of one message.
///
/// @param disposition what the owner asks for this message
public record DmarcVerdict(DmarcState state, boolean spfAligned, boolean dkimAligned, Result result, DmarcPolicy disposition) {
    /// `NONE`: DMARC does not apply.
    public enum Result {
        PASS, FAIL, NONE, TEMPERROR;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
