package org.mailmedic.checkup;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailmedic.net.Network;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;

/// This computer's network with every door shut but those of one server, so that whatever else listens on the machine that runs the
/// tests (a mail server on port 25, say) has no say in them.
final class Doorkeeper implements Network {
    private final Network system = new SystemNetwork();
    private final Set<Integer> ports;
    private final AtomicInteger let = new AtomicInteger();

    Doorkeeper(Set<Integer> ports) {
        this.ports = ports;
    }

    @Override
    public Connection connect(InetSocketAddress to, Deadline deadline) throws IOException {
        if (!ports.contains(to.getPort())) {
            throw new ConnectException("Connection refused");
        }
        let.incrementAndGet();
        return system.connect(to, deadline);
    }

    @Override
    public long nanoTime() {
        return system.nanoTime();
    }

    /// How many connections were tried at the doors that are open.
    int knocks() {
        return let.get();
    }
}
