package org.mailmedic.practice;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// One connection, plaintext first and TLS when asked. Everything it reads is bounded in bytes and in time.
///
/// One thread uses it; [#cut] alone may come from another.
final class Wire {
    private static final Duration FAREWELL = Duration.ofMillis(500);
    private static final int FAREWELL_BYTES = 1 << 20;

    private final Socket raw;
    private final long deadline;
    private long bytesLeft;
    private Socket current;
    private InputStream in;
    private OutputStream out;
    private boolean open = true;

    Wire(Socket raw, Duration life, long bytes) throws IOException {
        this.raw = raw;
        this.deadline = System.nanoTime() + life.toNanos();
        this.bytesLeft = bytes;
        raw.setTcpNoDelay(true);
        use(raw);
    }

    boolean isOpen() {
        return open;
    }

    boolean isEncrypted() {
        return current != raw;
    }

    void encrypt(SSLContext context, List<String> protocols) throws IOException {
        var tls = (SSLSocket) context.getSocketFactory().createSocket(raw, null, true);
        tls.setUseClientMode(false);
        tls.setEnabledProtocols(protocols.toArray(String[]::new));
        raw.setSoTimeout(millisLeft());
        tls.startHandshake();
        use(tls);
    }

    /// Next byte, or -1 at the end.
    int read() throws IOException {
        if (bytesLeft-- <= 0) {
            throw new IOException("The other side sent too much.");
        }
        raw.setSoTimeout(millisLeft());
        return in.read();
    }

    byte[] read(int count) throws IOException {
        var bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            int next = read();
            if (next < 0) {
                throw new EOFException();
            }
            bytes[i] = (byte) next;
        }
        return bytes;
    }

    /// Whether something has arrived that was not read yet.
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    /// Reads one line of at most `limit` bytes, its end included; null at the end of the stream.
    @Nullable WireLine readLine(int limit, Charset charset) throws IOException {
        var bytes = new ByteArrayOutputStream();
        boolean stray = false;
        boolean afterCr = false;
        for (int length = 1;; length++) {
            int next = read();
            if (next < 0) {
                return null;
            }
            if (next == '\n') {
                return new WireLine(bytes.toString(charset), length <= limit, afterCr && !stray);
            }
            stray |= afterCr;
            afterCr = next == '\r';
            if (!afterCr && length < limit) {
                bytes.write(next);
            }
        }
    }

    /// Sends a reply whose lines are parted by `\n`.
    void say(String reply) throws IOException {
        write((reply.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /// Closes in good order. What the other side still sends is read for a moment, because closing with unread bytes
    /// in hand would make the system send a reset.
    void drop() throws IOException {
        open = false;
        try (raw) {
            current.shutdownOutput();
            long until = Math.min(deadline, System.nanoTime() + FAREWELL.toNanos());
            for (int i = 0; i < FAREWELL_BYTES && System.nanoTime() < until; i++) {
                raw.setSoTimeout(millis(until));
                if (in.read() < 0) {
                    return;
                }
            }
        } catch (SocketTimeoutException e) {
            // The other side keeps its half open; it has been told.
        }
    }

    /// Closes with a TCP reset.
    void reset() throws IOException {
        open = false;
        raw.setSoLinger(true, 0);
        raw.close();
    }

    /// Ends the connection at once, from any thread; whoever reads or writes gets an exception.
    void cut() {
        try {
            raw.close();
        } catch (IOException e) {
            // There is nothing left to close.
        }
    }

    private void use(Socket socket) throws IOException {
        current = socket;
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    private int millisLeft() {
        return millis(deadline);
    }

    /// Never 0, which would mean for ever.
    private static int millis(long until) {
        return (int) Math.max(1, (until - System.nanoTime()) / 1_000_000);
    }
}
