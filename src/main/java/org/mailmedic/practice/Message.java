package org.mailmedic.practice;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads a message after DATA, up to the line with the single dot (RFC 5321 §4.5.2), and judges its form.
public final class Message {
    /// The SIZE that the server announces, in bytes.
    public static final int LIMIT = 10 * 1024 * 1024;
    /// RFC 5321 §4.5.3.1.6, the end of the line included.
    private static final int LINE_LIMIT = 1000;

    private final StringBuilder text = new StringBuilder();
    private boolean badLineEnds;
    private boolean longLines;
    private boolean eightBit;

    /// Reads one line; false at the final dot.
    boolean readLine(Wire wire) throws IOException {
        var line = wire.readLine(LINE_LIMIT, StandardCharsets.ISO_8859_1);
        if (line == null) {
            throw new EOFException();
        }
        if (line.text().equals(".") && line.crlf()) {
            return false;
        }
        badLineEnds |= !line.crlf();
        longLines |= !line.whole();
        eightBit |= line.text().chars().anyMatch(each -> each > 0x7e);
        if (text.length() <= LIMIT) {
            text.append(line.text().startsWith(".") ? line.text().substring(1) : line.text()).append("\r\n");
        }
        return true;
    }

    String text() {
        return text.toString();
    }

    /// Why the message cannot be taken, as a reply; empty if it can.
    String objection(boolean eightBitAnnounced) {
        if (text.length() > LIMIT) {
            return "552 5.3.4 Message size exceeds fixed limit";
        }
        if (badLineEnds) {
            return "550 5.6.0 Message has bare CR or LF, which RFC 5321 forbids";
        }
        if (longLines) {
            return "550 5.6.0 Message has lines longer than 998 octets";
        }
        if (eightBit && !eightBitAnnounced) {
            return "550 5.6.1 Message has 8-bit text without BODY=8BITMIME";
        }
        var header = header();
        if (!header.contains("\nfrom:") || !header.contains("\ndate:")) {
            return "550 5.6.0 Message has no valid From or Date header field (RFC 5322 section 3.6)";
        }
        return "";
    }

    private String header() {
        int end = text.indexOf("\r\n\r\n");
        return ("\n" + (end < 0 ? text : text.substring(0, end))).toLowerCase(Locale.ROOT);
    }
}
