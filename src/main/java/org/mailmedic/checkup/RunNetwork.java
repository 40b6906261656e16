package org.mailmedic.checkup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.mailmedic.net.Network;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;

/// The network as one run uses it: remembers every connection, closes them all when the run ends, and opens no more afterwards. So
/// nothing stays open, whenever the person stops the check-up. Thread-safe.
final class RunNetwork implements Network, AutoCloseable {
    private final Network network;
    private final List<Connection> open = new ArrayList<>();
    private boolean over;

    RunNetwork(Network network) {
        this.network = network;
    }

    @Override
    public Connection connect(InetSocketAddress to, Deadline deadline) throws IOException {
        Connection link = network.connect(to, deadline);
        synchronized (this) {
            if (!over) {
                open.add(link);
                return link;
            }
        }
        link.close();
        throw new SocketException("Socket closed: the check-up is over");
    }

    @Override
    public long nanoTime() {
        return network.nanoTime();
    }

    @Override
    public void close() {
        List<Connection> all;
        synchronized (this) {
            over = true;
            all = List.copyOf(open);
        }
        all.forEach(Connection::close);
    }
}
