package org.mailmedic.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/// A web server on loopback that answers each path with the very bytes that a test gives; over TLS when there is a context.
public final class TinyWeb implements AutoCloseable {
    private final ServerSocket server;
    private final Function<String, String> answers;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private TinyWeb(ServerSocket server, Function<String, String> answers) {
        this.server = server;
        this.answers = answers;
    }

    /// @param tls     null for plain HTTP
    /// @param answers from the path with its query to the whole reply; null keeps silent
    public static TinyWeb start(SSLContext tls, Function<String, String> answers) throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        ServerSocket socket = tls == null ? new ServerSocket(0, 50, loopback) : tls.getServerSocketFactory().createServerSocket(0, 50,
                loopback);
        var web = new TinyWeb(socket, answers);
        Thread.ofVirtual().start(web::accept);
        return web;
    }

    /// A whole and proper reply.
    public static String page(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
                + body;
    }

    public static String missing() {
        return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    }

    public int port() {
        return server.getLocalPort();
    }

    /// The paths asked for, with their queries.
    public List<String> requests() {
        return requests;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket visitor = server.accept();
                open.add(visitor);
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException over) {
                // the test is over
            }
        }
    }

    private void serve(Socket visitor) {
        try {
            var in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            if (first == null) {
                visitor.close();
                return;
            }
            while (!in.readLine().isEmpty()) {
                // headers are of no interest
            }
            String path = first.split(" ")[1];
            requests.add(path);
            String answer = answers.apply(path);
            if (answer != null) {
                OutputStream out = visitor.getOutputStream();
                out.write(answer.getBytes(StandardCharsets.UTF_8));
                out.flush();
                visitor.close();
            }
        } catch (IOException | NullPointerException gone) {
            // the visitor has seen enough
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
