package org.mailmedic.discover.paste.taking;

import java.util.Locale;
import org.mailmedic.discover.slip.SlipField;

/// Something that the reader was unsure of.
///
/// @param line where, from 1 on; 0 when it is about no line
public record Doubt(SlipField field, Kind kind, int line) {
    public enum Kind {
        /// The value comes from a variable that is not in the text.
        ELSEWHERE,
        /// The value is the one that is used when a variable is not set.
        FALLBACK,
        /// There are several different values; the first one was taken.
        SEVERAL,
        /// A stand-in such as `your-password`, or stars.
        STAND_IN,
        /// The user name is the password itself, as some senders want it, so it is not shown.
        SAME_AS_PASSWORD,
        /// The switch for TLS from the start and the one for STARTTLS are both on; the one that goes with the port was taken.
        BOTH_ON,
        /// Follows from something else in the text, such as the port.
        GUESSED;

        /// The word in the output.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
