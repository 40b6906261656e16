package org.mailmedic.net;

import java.io.IOException;
import java.net.InetSocketAddress;

/// The network of this computer.
public final class SystemNetwork implements Network {
    @Override
    public Link connect(InetSocketAddress to, Deadline deadline) throws IOException {
        var socket = new BoundedSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.until(deadline);
            socket.connect(to, deadline.millisOrThrow());
            return new Link(socket);
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
