package org.mailmedic.report.mask;

/// Makes one kind of thing unreadable wherever it stands in a text.
interface Mask {
    Masking.Kind kind();

    /// @param foreign whether the text came from the server or the system, and not from a page of advice: there, also parts of a name count
    String apply(String text, boolean foreign);
}
