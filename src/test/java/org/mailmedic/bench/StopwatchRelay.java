package org.mailmedic.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;

/// Stands between a client and a server and prints how long each connection lived, in nanoseconds, one line each: the dialogue's own
/// time, measured alike for every client. A program of its own, since it has to run inside the network namespace.
///
/// `StopwatchRelay LISTEN_ADDRESS PORT TARGET_ADDRESS PORT [DELAY_MS]`; what either side says arrives that much later, as over a long line.
final class StopwatchRelay {
    private StopwatchRelay() {}

    public static void main(String[] args) throws IOException {
        var target = new InetSocketAddress(args[2], Integer.parseInt(args[3]));
        var delay = Duration.ofMillis(args.length > 4 ? Long.parseLong(args[4]) : 0);
        try (var door = new ServerSocket()) {
            door.bind(new InetSocketAddress(args[0], Integer.parseInt(args[1])));
            while (true) {
                var client = door.accept();
                long began = System.nanoTime();
                Thread.ofPlatform().start(() -> {
                    relay(client, target, delay);
                    System.out.println(System.nanoTime() - began);
                });
            }
        }
    }

    /// Ends when the client has closed its side.
    private static void relay(Socket client, InetSocketAddress target, Duration delay) {
        try (client; var server = new Socket()) {
            server.connect(target);
            server.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var back = Thread.ofPlatform().start(() -> pump(server, client, delay));
            pump(client, server, delay);
            back.join();
        } catch (IOException e) {
            // The server cannot be reached: the client sees its connection end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to, Duration delay) {
        var piece = new byte[16 * 1024];
        try {
            for (int length = from.getInputStream().read(piece); length >= 0; length = from.getInputStream().read(piece)) {
                Thread.sleep(delay);
                to.getOutputStream().write(piece, 0, length);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // Either side has gone: the other pump ends as well.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
