package org.mailmedic.net;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A server on loopback that says exactly what a test wants, byte by byte, and remembers what it heard. One visitor after the other.
public final class ScriptedServer implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    /// What is said and heard on one connection.
    @FunctionalInterface
    public interface Script {
        void play(Peer peer) throws IOException, InterruptedException;
    }

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> visitors = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<CountDownLatch> left = new CopyOnWriteArrayList<>();

    private ScriptedServer() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    public static ScriptedServer start(Script script) throws IOException {
        var server = new ScriptedServer();
        server.threads.execute(() -> server.receive(script));
        return server;
    }

    /// Says this at once and then waits until the other side goes.
    public static ScriptedServer saying(String bytes) throws IOException {
        return start(peer -> {
            peer.say(bytes);
            peer.untilGone();
        });
    }

    private void receive(Script script) {
        try {
            while (!door.isClosed()) {
                Socket socket = door.accept();
                var gone = new CountDownLatch(1);
                left.add(gone);
                visitors.add(socket);
                threads.execute(() -> serve(socket, script, gone));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket, Script script, CountDownLatch gone) {
        try (socket) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
            script.play(new Peer(socket));
        } catch (IOException | InterruptedException over) {
            // the other side went, or the test is over
        } finally {
            gone.countDown();
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(door.getInetAddress(), port());
    }

    /// The lines heard so far.
    public List<String> heard() {
        return List.copyOf(heard);
    }

    public int visits() {
        return visitors.size();
    }

    /// Waits until somebody has come and all who have are gone again; false when nobody came or somebody stays.
    public boolean allLeft(long seconds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (left.isEmpty() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        for (CountDownLatch each : left) {
            if (!each.await(seconds, TimeUnit.SECONDS)) {
                return false;
            }
        }
        return !left.isEmpty();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket each : visitors) {
            each.close();
        }
        threads.shutdownNow();
    }

    /// The server's end of one connection.
    public final class Peer {
        private final Socket socket;
        private final InputStream in;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedInputStream(socket.getInputStream());
        }

        /// Writes this, one byte for each char.
        public void say(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        }

        public void sayUtf8(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        /// One line without its end; null when the other side has gone.
        public String line() throws IOException {
            var line = new ByteArrayOutputStream();
            int c;
            while ((c = in.read()) >= 0 && c != '\n') {
                if (c != '\r') {
                    line.write(c);
                }
            }
            String text = c < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
            if (text != null) {
                heard.add(text);
            }
            return text;
        }

        /// Waits for the other side to say anything at all.
        public void anything() throws IOException {
            in.read();
        }

        public void untilGone() throws IOException {
            while (in.read() >= 0) {
                // thrown away
            }
        }

        /// Closes with a TCP reset.
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
