package org.mailmedic.lab.peer;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// One accepted connection: lines in and out, and the ways to be rude.
public final class Line implements Closeable {
    private static final int LONGEST = 1 << 20;
    private final Socket bare;
    private final CountDownLatch closing;
    private Socket socket;
    private boolean encrypted;

    Line(Socket socket, CountDownLatch closing) {
        this.bare = socket;
        this.socket = socket;
        this.closing = closing;
    }

    public boolean encrypted() {
        return encrypted;
    }

    public Socket socket() {
        return socket;
    }

    /// Sends lines, all in one packet where they fit.
    public void say(String... lines) throws IOException {
        send(String.join("\r\n", lines) + "\r\n");
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /// Sends one byte after the other, each at its own time from the beginning: a busy machine delays one, not all that follow.
    public void drip(String text, Duration between) throws IOException, InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < text.length(); i++) {
            send(text.substring(i, i + 1));
            pause(between.multipliedBy(i + 1L).minusNanos(System.nanoTime() - began));
        }
    }

    /// @return the next line, or null at the end
    public String hear() throws IOException {
        var text = new ByteArrayOutputStream();
        for (int each = socket.getInputStream().read(); each >= 0; each = socket.getInputStream().read()) {
            if (each == '\n') {
                return text.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            text.write(each);
            if (text.size() > LONGEST) {
                throw new IOException("an endless line");
            }
        }
        return null;
    }

    /// Waits, but not beyond the end of the scenario.
    public void pause(Duration time) throws InterruptedException, IOException {
        if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("the scenario is over");
        }
    }

    public void waitForEver() throws InterruptedException {
        closing.await();
    }

    public void reset() throws IOException {
        bare.setSoLinger(true, 0);
        bare.close();
    }

    public void encrypt(SSLContext context) throws IOException {
        encrypt(context, _ -> { });
    }

    /// @param told what is set about it before it begins
    public void encrypt(SSLContext context, Consumer<SSLSocket> told) throws IOException {
        var tls = (SSLSocket) context.getSocketFactory().createSocket(bare, null, bare.getPort(), true);
        tls.setUseClientMode(false);
        told.accept(tls);
        tls.startHandshake();
        socket = tls;
        encrypted = true;
    }

    /// Ends it for whoever reads from it, too.
    void hangUp() throws IOException {
        bare.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        bare.close();
    }
}
