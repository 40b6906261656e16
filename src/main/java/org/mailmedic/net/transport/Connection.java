package org.mailmedic.net.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;

/// One open connection: plain at first, TLS after [#upgraded], and another one after [#replaced]. Every read ends by the deadline that was
/// set last.
/// Used by one thread at a time; [#close] may come from any thread and ends a read at once.
public final class Connection implements AutoCloseable {
    private static final int MOST_HEARD = 256;
    private volatile BoundedSocket bottom;
    private Socket top;
    private InputStream in;
    private OutputStream out;
    private byte[] heard = new byte[0];
    private volatile long firstByteNanos;

    public Connection(BoundedSocket connected) throws IOException {
        bottom = connected;
        top = connected;
        in = connected.getInputStream();
        out = connected.getOutputStream();
    }

    public void until(Deadline deadline) {
        bottom.until(deadline);
    }

    public String localAddress() {
        return bottom.getLocalAddress().getHostAddress();
    }

    public BoundedSocket socket() {
        return bottom;
    }

    public void upgraded(SSLSocket tls) throws IOException {
        top = tls;
        heard = new byte[0];
        firstByteNanos = 0;
        in = tls.getInputStream();
        out = tls.getOutputStream();
    }

    /// Closes this connection and goes on with that one, which nobody else may use any more.
    public void replaced(Connection fresh) {
        BoundedSocket before = bottom;
        bottom = fresh.bottom;
        top = fresh.top;
        in = fresh.in;
        out = fresh.out;
        heard = fresh.heard;
        firstByteNanos = fresh.firstByteNanos;
        try {
            before.close();
        } catch (IOException alreadyGone) {
            // it was to end anyway
        }
    }

    /// Starts to remember what comes, for [#firstBytes].
    public void watch() {
        bottom.watch();
    }

    public byte[] watchedBytes() {
        return bottom.watchedBytes();
    }

    /// What came first since it was watched, at most 200 characters, with everything unprintable escaped.
    public String firstBytes() {
        return Printable.of(new String(bottom.watchedBytes(), StandardCharsets.ISO_8859_1), 200);
    }

    public int read(byte[] buffer) throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        if (count > 0 && heard.length < MOST_HEARD) {
            if (heard.length == 0) {
                firstByteNanos = System.nanoTime();
            }
            int before = heard.length;
            heard = Arrays.copyOf(heard, Math.min(MOST_HEARD, before + count));
            System.arraycopy(buffer, 0, heard, before, heard.length - before);
        }
        return count;
    }

    /// The first thing that the other side said, inside TLS where there is TLS; printable, at most 200 characters.
    public String heard() {
        return Printable.of(new String(heard, StandardCharsets.ISO_8859_1), 200);
    }

    /// Whether that was a TLS record (RFC 8446 §5.1), as a TLS port answers plaintext.
    public boolean heardTls() {
        return heard.length >= 2 && heard[0] >= 0x14 && heard[0] <= 0x17 && heard[1] == 3;
    }

    /// When the first byte of that came, by [System#nanoTime]; 0 when none did.
    public long firstByteNanos() {
        return firstByteNanos;
    }

    /// Bytes that could be read at once.
    public int available() throws IOException {
        return in.available();
    }

    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /// The socket to hand to a library that speaks on from here.
    public InputStream input() {
        return in;
    }

    public OutputStream output() {
        return out;
    }

    @Override
    public void close() {
        try {
            bottom.close();
        } catch (IOException alreadyGone) {
            // nothing is left to close
        }
    }

    /// Ends the connection as a program that does not wait does: TLS says goodbye when it can.
    public void closeGently() {
        try {
            top.close();
        } catch (IOException alreadyGone) {
            close();
        }
    }
}
