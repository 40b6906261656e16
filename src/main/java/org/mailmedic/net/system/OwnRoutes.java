package org.mailmedic.net.system;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/// What this computer's own routing table says. "Unreachable" is said by it as well as by routers far away, in the same words.
public final class OwnRoutes {
    private OwnRoutes() {}

    /// Whether this computer would send a packet there. Connecting a datagram socket looks the route up and sends nothing (udp(7)).
    public static boolean leadTo(InetSocketAddress place) {
        try (var socket = new DatagramSocket()) {
            socket.connect(place);
            return true;
        } catch (IOException noWay) {
            return false;
        }
    }
}
