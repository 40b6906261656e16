package org.mailmedic.net.smtp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Transcript;

/// Our own side of SMTP (RFC 5321), because what is said, and when, is the evidence. Commands go out one at a time, each only
/// after the reply to the one before. Reading is bounded in bytes and time; the deadline is of the step, not of each byte,
/// so that a server which drips one byte now and then cannot hold it up.
public final class SmtpDialogue {
    /// A reply of a thousand capabilities is odd and legal; no reply that means anything is as long as this.
    private static final int MOST_BYTES = 256 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    /// Of one reply, in the transcript.
    private static final int MOST_SHOWN = 200;

    /// What came was no SMTP reply, or came when nothing may come.
    public static final class Strange extends IOException {
        private final Failure failure;

        Strange(Failure failure, String raw) {
            super(raw);
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }

    private final Connection link;
    private final Transcript transcript;
    private final byte[] buffer = new byte[4096];
    private int position;
    private int limit;

    public SmtpDialogue(Connection link, Transcript transcript) {
        this.link = link;
        this.transcript = transcript;
    }

    public Connection link() {
        return link;
    }

    public void note(String line) {
        transcript.note(line);
    }

    /// Sends one command line, shown in the transcript as it is.
    public Reply command(String line, Deadline deadline) throws IOException {
        return exchange(line.getBytes(StandardCharsets.UTF_8), line, deadline);
    }

    /// Sends one line whose content is secret; the transcript shows `shownAs`. Wipes `line`.
    public Reply secretCommand(byte[] line, String shownAs, Deadline deadline) throws IOException {
        try {
            return exchange(line, shownAs, deadline);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    private Reply exchange(byte[] line, String shownAs, Deadline deadline) throws IOException {
        link.until(deadline);
        transcript.client(shownAs);
        var framed = new byte[line.length + 2];
        System.arraycopy(line, 0, framed, 0, line.length);
        framed[line.length] = '\r';
        framed[line.length + 1] = '\n';
        try {
            link.write(framed);
        } finally {
            Arrays.fill(framed, (byte) 0);
        }
        return read();
    }

    /// Reads one whole reply (RFC 5321 §4.2.1).
    ///
    /// @throws EOFException when the server closed
    /// @throws Strange      when it is no reply
    public Reply reply(Deadline deadline) throws IOException {
        link.until(deadline);
        return read();
    }

    private Reply read() throws IOException {
        List<String> lines = new ArrayList<>();
        int code = -1;
        int bytes = 0;
        while (true) {
            String line = line();
            bytes += line.length() + 2;
            if (lines.size() < MOST_SHOWN) {
                transcript.server(line);
            } else if (lines.size() == MOST_SHOWN) {
                transcript.note("the reply goes on and on");
            }
            int lineCode = codeOf(line);
            if (lineCode < 0 || (code >= 0 && lineCode != code)) {
                throw new Strange(Failure.NOT_SMTP, line);
            }
            code = lineCode;
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() <= 3 || line.charAt(3) != '-') {
                return new Reply(code, lines);
            }
            if (bytes > MOST_BYTES) {
                throw new Strange(Failure.FLOOD, line);
            }
        }
    }

    private static int codeOf(String line) {
        if (line.length() < 3 || (line.length() > 3 && line.charAt(3) != ' ' && line.charAt(3) != '-')) {
            return -1;
        }
        int code = 0;
        for (int i = 0; i < 3; i++) {
            char c = line.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            code = code * 10 + c - '0';
        }
        return code >= 200 && code < 600 ? code : -1;
    }

    /// One line without its end. UTF-8 where it is that (RFC 6531 §3.7.4.2), else every byte as a Latin-1 letter.
    private String line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        while (true) {
            while (position < limit) {
                byte b = buffer[position++];
                if (b == '\n') {
                    return text(line);
                }
                line.write(b);
                if (line.size() > LONGEST_LINE) {
                    throw new Strange(Failure.FLOOD, text(line).substring(0, 80));
                }
            }
            int count = link.read(buffer);
            if (count < 0) {
                if (line.size() > 0) {
                    transcript.server(text(line));
                }
                throw new EOFException("the server closed the connection");
            }
            position = 0;
            limit = count;
        }
    }

    private static String text(ByteArrayOutputStream line) {
        byte[] bytes = line.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        String utf8 = new String(bytes, 0, length, StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /// Whether the server sent more than it was asked for. After the reply to STARTTLS nothing may follow in plaintext (RFC 3207 §6).
    public boolean saidMore() throws IOException {
        return position < limit || link.available() > 0;
    }

    /// Forgets everything that was read ahead: what came before TLS is worth nothing inside it (RFC 3207 §4.2).
    public void forget() {
        position = 0;
        limit = 0;
    }

    /// Says goodbye (RFC 5321 §4.1.1.10), waits briefly for the answer and closes. Never throws.
    public void quit(Deadline deadline) {
        try {
            command("QUIT", deadline);
        } catch (IOException goneAlready) {
            // it was over anyway
        }
        link.closeGently();
    }
}
