package org.mailmedic.maildomain.check;

import java.net.InetAddress;

/// Addresses that nobody on the Internet can send to, or sees anybody send from (RFC 6890). Those for documentation are none of them: they
/// stand for any address.
public final class PrivateNetworks {
    private PrivateNetworks() {}

    public static boolean hold(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        boolean local = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return shared || local || address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isSiteLocalAddress()
                || address.isLinkLocalAddress() || address.isMulticastAddress();
    }
}
