package org.mailmedic.net.system;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

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

    /// Whether this computer itself refuses a TCP connection there: it says so at once, before anything was sent, and what comes from afar
    /// comes later. Over IPv4 nobody else says "permission denied". Where nothing refuses, a connection is begun and given up.
    public static boolean refuse(InetSocketAddress place) {
        if (place.getAddress() instanceof Inet4Address) {
            return true;
        }
        try (var channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            channel.connect(place);
            return false;
        } catch (IOException atOnce) {
            return true;
        }
    }
}
