package org.mailmedic.net.smtp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Note;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.net.transport.UnexpectedBytes;

/// Our own side of SMTP (RFC 5321), because what is said, and when, is the evidence. Commands go out one at a time, each only
/// after the reply to the one before. Reading is bounded in bytes and time; the deadline is of the step, not of each byte,
/// so that a server which drips one byte now and then cannot hold it up.
public final class SmtpDialogue {
    private static final int CLOSING = 421;
    private static final int READY = 220;
    /// What is never answered with the code of a greeting (RFC 5321 §4.3.2).
    private static final Set<String> NEVER_READY = Set.of("EHLO", "HELO", "MAIL", "RCPT", "RSET", "NOOP");
    /// A reply of a thousand capabilities is odd and legal; no reply that means anything is as long as this.
    private static final int MOST_BYTES = 256 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    /// Of one reply, in the transcript.
    private static final int MOST_SHOWN = 200;

    private final Connection link;
    private final Transcript transcript;
    private final byte[] buffer = new byte[4096];
    private int position;
    private int limit;
    private @Nullable Unasked unasked;

    /// A reply that came before anything had been asked.
    ///
    /// @param before the command that was about to be said
    public record Unasked(String before, Reply reply) {}

    public SmtpDialogue(Connection link, Transcript transcript) {
        this.link = link;
        this.transcript = transcript;
    }

    public Connection link() {
        return link;
    }

    public void note(Note note, Object... values) {
        transcript.note(note, values);
    }

    /// Sends one command line, shown in the transcript as it is.
    public Reply command(String line, Deadline deadline) throws IOException {
        return exchange(line.getBytes(StandardCharsets.UTF_8), line, deadline);
    }

    /// Sends one line whose content is secret; the transcript shows `shownAs`, and remembers the line to recognise it in what the server
    /// says. Wipes `line`.
    public Reply secretCommand(byte[] line, String shownAs, Deadline deadline) throws IOException {
        transcript.sent().remember(line);
        try {
            return exchange(line, shownAs, deadline);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    /// A word of the server's that is as secret as an answer: the report shows it no more than those.
    public void secretReply(String word) {
        transcript.sent().remember(word.getBytes(StandardCharsets.US_ASCII));
    }

    /// What the server had said unasked, if it did; the first of it.
    public Optional<Unasked> unasked() {
        return Optional.ofNullable(unasked);
    }

    /// Sends a line whatever lies there already, and takes the next reply for its answer.
    public Reply insist(String line, Deadline deadline) throws IOException {
        link.until(deadline);
        send(line.getBytes(StandardCharsets.UTF_8), line);
        return read();
    }

    /// A reply belongs to the command before it (RFC 5321 §4.3.1), so that one which lies there already would be taken for the answer to
    /// what comes next, and so would every reply after it. Only 421 may come at any time (§3.8), and is the answer to all.
    private Reply exchange(byte[] line, String shownAs, Deadline deadline) throws IOException {
        link.until(deadline);
        while (saidMore()) {
            Reply early = read();
            if (early.code() == CLOSING) {
                return early;
            }
            outOfTurn(shownAs, early);
        }
        send(line, shownAs);
        Reply reply = read();
        if (reply.code() == READY && NEVER_READY.contains(shownAs.split(" ", 2)[0])) {
            outOfTurn(shownAs, reply);
            reply = read();
        }
        return reply;
    }

    private void outOfTurn(String before, Reply reply) {
        transcript.note(Note.UNASKED);
        if (unasked == null) {
            unasked = new Unasked(before, reply);
        }
    }

    private void send(byte[] line, String shownAs) throws IOException {
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
    }

    /// Reads one whole reply (RFC 5321 §4.2.1).
    ///
    /// @throws EOFException when the server closed
    /// @throws UnexpectedBytes      when it is no reply
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
                transcript.note(Note.ENDLESS);
            }
            int lineCode = codeOf(line);
            if (lineCode < 0 || (code >= 0 && lineCode != code)) {
                throw new UnexpectedBytes(Failure.NOT_SMTP, line);
            }
            code = lineCode;
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() <= 3 || line.charAt(3) != '-') {
                return new Reply(code, lines);
            }
            if (bytes > MOST_BYTES) {
                throw new UnexpectedBytes(Failure.FLOOD, line);
            }
        }
    }

    /// A tab in place of the blank (RFC 5321 §4.2) is odd, and every mail program takes it.
    private static int codeOf(String line) {
        if (line.length() < 3 || (line.length() > 3 && " -\t".indexOf(line.charAt(3)) < 0)) {
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
                    throw new UnexpectedBytes(Failure.FLOOD, text(line).substring(0, 80));
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
            insist("QUIT", deadline);
        } catch (IOException goneAlready) {
            // it was over anyway
        }
        link.closeGently();
    }
}
