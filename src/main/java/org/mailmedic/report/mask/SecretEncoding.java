package org.mailmedic.report.mask;

import org.jspecify.annotations.Nullable;

/// One way in which a text may be wrapped up, undone wherever it occurs; the rest of the text stays. Linear in the text.
enum SecretEncoding {
    /// `%4b` (RFC 3986 §2.1)
    PERCENT,
    /// the same with `+` for a blank (HTML forms)
    FORM,
    /// `&amp;` `&#75;` `&#x4b;`
    ENTITY,
    /// `\n` `\u004b` `\x4b` `\113`, as in JSON and many languages
    BACKSLASH,
    /// `=4B` (RFC 2045 §6.7)
    QUOTED_PRINTABLE,
    /// `0x4b, 0x75`
    NUMBERS,
    /// all of those but [#FORM]
    ESCAPES,
    /// two digits a byte without anything between
    HEX,
    /// both alphabets (RFC 4648 §4, §5)
    BASE64,
    /// RFC 4648 §6
    BASE32;

    /// @return null when nothing of the kind is in it
    @Nullable DecodedView undo(DecodedView view) {
        return switch (this) {
            case HEX -> EncodedRuns.HEX.undo(view);
            case BASE64 -> EncodedRuns.BASE64.undo(view);
            case BASE32 -> EncodedRuns.BASE32.undo(view);
            case PERCENT, FORM, ENTITY, BACKSLASH, QUOTED_PRINTABLE, NUMBERS, ESCAPES -> EscapedText.undo(this, view);
        };
    }
}
