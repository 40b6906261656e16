package org.mailmedic.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/// One open connection: plain at first, TLS after [#upgraded]. Every read ends by the deadline that was set last.
/// Used by one thread at a time; [#close] may come from any thread and ends a read at once.
public final class Link implements AutoCloseable {
    private final BoundedSocket bottom;
    private Socket top;
    private InputStream in;
    private OutputStream out;

    Link(BoundedSocket connected) throws IOException {
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

    BoundedSocket socket() {
        return bottom;
    }

    void upgraded(SSLSocket tls) throws IOException {
        top = tls;
        in = tls.getInputStream();
        out = tls.getOutputStream();
    }

    /// Starts to remember what comes, for [#firstBytes].
    void watch() {
        bottom.watch();
    }

    byte[] watchedBytes() {
        return bottom.watchedBytes();
    }

    /// What came first since it was watched, at most 200 characters, with everything unprintable escaped.
    public String firstBytes() {
        return Printable.of(new String(bottom.watchedBytes(), StandardCharsets.ISO_8859_1), 200);
    }

    int read(byte[] buffer) throws IOException {
        return in.read(buffer, 0, buffer.length);
    }

    /// Bytes that could be read at once.
    int available() throws IOException {
        return in.available();
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /// The socket to hand to a library that speaks on from here.
    InputStream input() {
        return in;
    }

    OutputStream output() {
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
