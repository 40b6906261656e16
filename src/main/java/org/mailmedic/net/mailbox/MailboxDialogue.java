package org.mailmedic.net.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import org.mailmedic.evidence.OffRoute.MailboxAnswer;
import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Printable;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.settings.Login;

/// Signs in to a mailbox, once, and leaves: IMAP (RFC 9051) or POP3 (RFC 1939). Spoken by ourselves, since a library would keep the
/// password as text that cannot be wiped; nothing of it is written down anywhere. Inside verified TLS only.
public final class MailboxDialogue {
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_LINES = 200;
    private static final int SHOWN = 200;

    private final Connection link;
    private final TlsInspector tls;
    private final Deadline deadline;
    private byte[] buffer = new byte[0];
    private int position;

    /// @param link open, nothing said yet
    public MailboxDialogue(Connection link, TlsInspector tls, Deadline deadline) {
        this.link = link;
        this.tls = tls;
        this.deadline = deadline;
    }

    /// @param startTls whether TLS comes after a command instead of first
    /// @throws IOException when it did not come to an answer; the message says why and holds no secret
    public MailboxAnswer imap(String host, boolean literal, boolean startTls, Login.Password login) throws IOException {
        link.until(deadline);
        if (!startTls) {
            secure(host, literal);
        }
        if (!line().startsWith("* OK")) {
            throw new IOException("no IMAP server answers");
        }
        if (startTls) {
            say("a1 STARTTLS");
            if (!tagged("a1").startsWith("a1 OK")) {
                throw new IOException("it does not switch to TLS");
            }
            buffer = new byte[0];
            position = 0;
            secure(host, literal);
        }
        say("a2 AUTHENTICATE PLAIN");
        String asked = tagged("a2");
        if (!asked.startsWith("+")) {
            throw new IOException("it takes no password");
        }
        saySecret(plain(login));
        String answer = tagged("a2");
        say("a3 LOGOUT");
        return new MailboxAnswer(answer.startsWith("a2 OK"), words(answer, "a2 "));
    }

    /// The same with POP3, in TLS from the first byte.
    public MailboxAnswer pop3(String host, boolean literal, Login.Password login) throws IOException {
        link.until(deadline);
        secure(host, literal);
        if (!line().startsWith("+OK")) {
            throw new IOException("no POP3 server answers");
        }
        say("USER " + login.user());
        String known = line();
        if (!known.startsWith("+OK")) {
            return new MailboxAnswer(false, words(known, ""));
        }
        byte[] password = login.password().utf8();
        byte[] command = new byte[5 + password.length];
        System.arraycopy("PASS ".getBytes(StandardCharsets.US_ASCII), 0, command, 0, 5);
        System.arraycopy(password, 0, command, 5, password.length);
        Arrays.fill(password, (byte) 0);
        saySecret(command);
        String answer = line();
        say("QUIT");
        return new MailboxAnswer(answer.startsWith("+OK"), words(answer, ""));
    }

    private void secure(String host, boolean literal) throws IOException {
        try {
            var dialogue = new SmtpDialogue(link, new Transcript(System::nanoTime, System.nanoTime()));
            TlsInspector.Look look = tls.handshake(dialogue, host, literal, deadline);
            if (look.outcome().seen().isEmpty()) {
                throw new IOException("TLS does not come about");
            }
            if (!look.certificate().map(c -> c.verified()).orElse(false)) {
                throw new IOException("the certificate does not prove the host, so the password was held back");
            }
        } catch (GeneralSecurityException noTls) {
            throw new IOException("TLS is not available", noTls);
        }
    }

    /// RFC 4616 §2, in base64. The caller wipes it by saying it.
    private static byte[] plain(Login.Password login) {
        byte[] user = login.user().getBytes(StandardCharsets.UTF_8);
        byte[] password = login.password().utf8();
        var message = new byte[2 + user.length + password.length];
        System.arraycopy(user, 0, message, 1, user.length);
        System.arraycopy(password, 0, message, 2 + user.length, password.length);
        Arrays.fill(password, (byte) 0);
        byte[] encoded = Base64.getEncoder().encode(message);
        Arrays.fill(message, (byte) 0);
        return encoded;
    }

    private void say(String command) throws IOException {
        if (command.chars().anyMatch(c -> c < ' ')) {
            throw new IOException("a user name of one line is needed");
        }
        link.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private void saySecret(byte[] line) throws IOException {
        var framed = Arrays.copyOf(line, line.length + 2);
        framed[line.length] = '\r';
        framed[line.length + 1] = '\n';
        Arrays.fill(line, (byte) 0);
        try {
            link.write(framed);
        } finally {
            Arrays.fill(framed, (byte) 0);
        }
    }

    /// The answer to a command, or its request to go on; untagged lines are passed over.
    private String tagged(String tag) throws IOException {
        for (int count = 0; count < MOST_LINES; count++) {
            String line = line();
            if (line.startsWith(tag + " ") || line.startsWith("+")) {
                return line;
            }
        }
        throw new IOException("it talks on and on");
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        while (line.size() <= LONGEST_LINE) {
            if (position >= buffer.length) {
                fill();
            }
            byte b = buffer[position++];
            if (b == '\n') {
                return line.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            line.write(b);
        }
        throw new IOException("a line is too long");
    }

    private void fill() throws IOException {
        var more = new byte[4096];
        int count = link.read(more);
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        buffer = Arrays.copyOf(more, count);
        position = 0;
    }

    private static String words(String answer, String tag) {
        return Printable.of(answer.startsWith(tag) ? answer.substring(tag.length()) : answer, SHOWN);
    }
}
