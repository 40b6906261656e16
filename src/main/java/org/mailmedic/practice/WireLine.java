package org.mailmedic.practice;

/// A line as it was received.
///
/// @param text    without its end
/// @param whole   whether it kept within the limit; otherwise `text` is its beginning
/// @param crlf    whether it ended as RFC 5321 §2.3.8 demands, and held no stray CR or LF
record WireLine(String text, boolean whole, boolean crlf) {}
