package org.mailmedic.monitor.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Every address of 127.0.0.0/8 is a mail server of its own here, all on one port, in plaintext or with STARTTLS: a fleet to check. It
/// remembers how busy each was, and who tried to sign in.
public final class FleetServer implements AutoCloseable {
    /// How one of the servers behaves.
    public enum Temper { FINE, REFUSES, WRONG_PASSWORD, LOCKED_OUT, SILENT }

    private final ServerSocket door;
    private final long delayMs;
    private final Map<String, Temper> tempers;
    private final Optional<SSLContext> identity;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> visitors = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> now = new ConcurrentHashMap<>();
    private final Map<String, Integer> most = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> signingIn = new ConcurrentHashMap<>();
    private final Map<String, Integer> mostSigningIn = new ConcurrentHashMap<>();
    private final List<String> signIns = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();

    private FleetServer(long delayMs, Map<String, Temper> tempers, Optional<SSLContext> identity) throws IOException {
        this.delayMs = delayMs;
        this.tempers = tempers;
        this.identity = identity;
        door = new ServerSocket();
        door.bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0), 4_096);
    }

    /// @param delayMs before each of its answers
    /// @param tempers by address; others are fine
    public static FleetServer start(long delayMs, Map<String, Temper> tempers) throws IOException {
        return begun(new FleetServer(delayMs, tempers, Optional.empty()));
    }

    /// A fleet that offers STARTTLS.
    ///
    /// @param identity what each of them shows
    public static FleetServer encrypting(long delayMs, SSLContext identity) throws IOException {
        return begun(new FleetServer(delayMs, Map.of(), Optional.of(identity)));
    }

    private static FleetServer begun(FleetServer server) {
        server.threads.execute(server::receive);
        return server;
    }

    private void receive() {
        try {
            while (!door.isClosed()) {
                Socket socket = door.accept();
                visitors.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        String address = socket.getLocalAddress().getHostAddress();
        enter(address, now, most);
        visits.computeIfAbsent(address, _ -> new AtomicInteger()).incrementAndGet();
        try (socket) {
            socket.setTcpNoDelay(true);
            talk(socket, address, tempers.getOrDefault(address, Temper.FINE));
        } catch (IOException | InterruptedException gone) {
            // the other side went, or the test is over
        } finally {
            now.get(address).decrementAndGet();
            visitors.remove(socket);
        }
    }

    private static void enter(String address, Map<String, AtomicInteger> now, Map<String, Integer> most) {
        most.merge(address, now.computeIfAbsent(address, _ -> new AtomicInteger()).incrementAndGet(), Math::max);
    }

    private void talk(Socket socket, String address, Temper temper) throws IOException, InterruptedException {
        if (temper == Temper.SILENT) {
            lines(socket).readLine();
            return;
        }
        say(socket, temper == Temper.REFUSES ? "554 not today" : "220 fleet.test ESMTP");
        converse(socket, address, temper, identity);
    }

    /// @param tls where it can be had still
    private void converse(Socket socket, String address, Temper temper, Optional<SSLContext> tls)
            throws IOException, InterruptedException {
        BufferedReader in = lines(socket);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.split(" ")[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> say(socket, "250-fleet.test\r\n" + (tls.isPresent() ? "250-STARTTLS" : "250-AUTH PLAIN") + "\r\n250 SIZE 1000");
                case "AUTH" -> signIn(socket, address, temper, line);
                case "STARTTLS" -> {
                    say(socket, "220 go ahead");
                    try (SSLSocket inside = (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(socket, null, false)) {
                        converse(inside, address, temper, Optional.empty());
                    }
                    return;
                }
                case "QUIT" -> {
                    say(socket, "221 bye");
                    return;
                }
                default -> say(socket, "250 ok");
            }
        }
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 512);
    }

    private void signIn(Socket socket, String address, Temper temper, String line) throws IOException, InterruptedException {
        enter(address, signingIn, mostSigningIn);
        try {
            String[] parts = new String(Base64.getDecoder().decode(line.split(" ")[2]), StandardCharsets.UTF_8).split("\0");
            signIns.add(address + " " + parts[1] + " " + parts[2]);
            say(socket, switch (temper) {
                case WRONG_PASSWORD -> parts[2].equals("right") ? "235 2.7.0 welcome" : "535 5.7.8 authentication credentials invalid";
                case LOCKED_OUT -> "454 4.7.0 Too many login attempts, please try again later";
                case FINE, REFUSES, SILENT -> "235 2.7.0 welcome";
            });
        } finally {
            signingIn.get(address).decrementAndGet();
        }
    }

    private void say(Socket socket, String line) throws IOException, InterruptedException {
        Thread.sleep(delayMs);
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    public int port() {
        return door.getLocalPort();
    }

    /// The most connections that any one of the servers had at once.
    public int busiest() {
        return most.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /// The most sign-ins that any one of the servers heard at once.
    public int mostSigningIn() {
        return mostSigningIn.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /// `address user password`, in order.
    public List<String> signIns() {
        return List.copyOf(signIns);
    }

    public int visits(String address) {
        return visits.getOrDefault(address, new AtomicInteger()).get();
    }

    public int visits() {
        return visits.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket each : visitors) {
            each.close();
        }
        threads.shutdownNow();
    }
}
