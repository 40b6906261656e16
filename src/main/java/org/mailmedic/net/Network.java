package org.mailmedic.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;

/// The door to the network for everything that speaks over a connection. Handed in, so that tests can stand in the doorway.
public interface Network {
    /// Opens a TCP connection to one address.
    ///
    /// @throws IOException as the system says; [Failures] puts it into the closed list
    Connection connect(InetSocketAddress to, Deadline deadline) throws IOException;

    /// Monotonic time in nanoseconds.
    long nanoTime();
}
