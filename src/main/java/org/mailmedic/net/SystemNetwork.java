package org.mailmedic.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.mailmedic.net.transport.BoundedSocket;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;

/// The network of this computer.
public final class SystemNetwork implements Network {
    @Override
    public Connection connect(InetSocketAddress to, Deadline deadline) throws IOException {
        var socket = new BoundedSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.until(deadline);
            socket.connect(to, deadline.millisOrThrow());
            return new Connection(socket);
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
