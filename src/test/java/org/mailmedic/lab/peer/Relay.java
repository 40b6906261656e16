package org.mailmedic.lab.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.mailmedic.lab.net.Inside;

/// A device in between: takes the connection, makes one of its own to the true server, and passes lines on as it likes.
///
///
/// @param host     where the device is
/// @param upstream the true server
/// @param server   what becomes of a line from the server; null drops it
/// @param client   what becomes of a line from the client
public record Relay(Inside host, String upstream, int port, UnaryOperator<String> server,
        UnaryOperator<String> client) implements Conversation {
    private static final int PATIENCE_MS = 5_000;

    @Override
    public void with(Line line) throws IOException, InterruptedException {
        try (var far = new Line(connect(), new CountDownLatch(1))) {
            Thread back = Thread.ofVirtual().start(() -> talkBack(far, line));
            for (String command = line.hear(); command != null; command = line.hear()) {
                String passed = client.apply(command);
                if (passed != null) {
                    far.say(passed);
                }
            }
            far.hangUp();
            back.join(PATIENCE_MS);
        }
    }

    private Socket connect() throws IOException {
        return host.call(() -> {
            var socket = new Socket();
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(upstream), port), PATIENCE_MS);
            return socket;
        });
    }

    private void talkBack(Line from, Line to) {
        try {
            for (String reply = from.hear(); reply != null; reply = from.hear()) {
                String passed = server.apply(reply);
                if (passed != null) {
                    to.say(passed);
                }
            }
            to.close();
        } catch (IOException over) {
            // One of the two hung up.
        }
    }
}
