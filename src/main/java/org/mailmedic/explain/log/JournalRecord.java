package org.mailmedic.explain.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts together what `journalctl -o verbose` or `-o export` writes field by field.
final class JournalRecord {
    private static final byte[] CURSOR = Line.bytes("[s=");
    private static final byte[] EXPORT = Line.bytes("__CURSOR=");
    private static final byte[] EXPORT_TIME = Line.bytes("__REALTIME_TIMESTAMP=");
    private static final byte[] MESSAGE = Line.bytes("MESSAGE=");
    private static final byte[] TAG = Line.bytes("SYSLOG_IDENTIFIER=");
    private static final byte[] PID = Line.bytes("_PID=");

    private boolean open;
    private long stamp;
    private String tag = "";
    private String pid = "";
    private byte @Nullable [] message;

    /// Whether a line with a time is the head of a record: its cursor follows.
    boolean begins(Line line, Heading heading) {
        return line.has(heading.message, CURSOR);
    }

    void begin(long when) {
        open = true;
        stamp = when;
        tag = "";
        pid = "";
        message = null;
    }

    /// Keeps what the line says, when it is a field of a record.
    boolean field(Line line) {
        int at = line.from;
        while (line.at(at) == ' ' || line.at(at) == '\t') {
            at++;
        }
        if (line.has(at, EXPORT) && message == null) {
            begin(Stamp.NONE);
            return true;
        }
        if (!open) {
            return false;
        }
        if (line.has(at, MESSAGE)) {
            message = line.text(at + MESSAGE.length, line.to).getBytes(StandardCharsets.UTF_8);
        } else if (line.has(at, TAG)) {
            tag = line.text(at + TAG.length, line.to);
        } else if (line.has(at, PID)) {
            pid = line.text(at + PID.length, line.to);
        } else if (line.has(at, EXPORT_TIME)) {
            stamp = JsonLine.micros(line.name(at + EXPORT_TIME.length, line.to));
        } else {
            return line.find('=', at) > at;
        }
        return true;
    }

    /// The record, when one is complete; then the next one can begin.
    Optional<JsonLine.Entry> take() {
        Optional<JsonLine.Entry> entry = open && message != null ? Optional.of(JsonLine.entry(tag, pid, message, stamp)) : Optional.empty();
        open = false;
        message = null;
        return entry;
    }
}
