package org.mailmedic.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;

/// Stands between a client and a server and prints how long each connection lived, in nanoseconds, one line each: the dialogue's own
/// time, measured alike for every client. A program of its own, since it has to run inside the network namespace.
///
/// `StopwatchRelay LISTEN_ADDRESS PORT TARGET_ADDRESS PORT`
final class StopwatchRelay {
    private StopwatchRelay() {}

    public static void main(String[] args) throws IOException {
        var target = new InetSocketAddress(args[2], Integer.parseInt(args[3]));
        try (var door = new ServerSocket()) {
            door.bind(new InetSocketAddress(args[0], Integer.parseInt(args[1])));
            while (true) {
                var client = door.accept();
                long began = System.nanoTime();
                Thread.ofPlatform().start(() -> {
                    relay(client, target);
                    System.out.println(System.nanoTime() - began);
                });
            }
        }
    }

    /// Ends when the client has closed its side.
    private static void relay(Socket client, InetSocketAddress target) {
        try (client; var server = new Socket()) {
            server.connect(target);
            server.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var back = Thread.ofPlatform().start(() -> pump(server, client));
            pump(client, server);
            back.join();
        } catch (IOException e) {
            // The server cannot be reached: the client sees its connection end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // Either side has gone: the other pump ends as well.
        }
    }
}
