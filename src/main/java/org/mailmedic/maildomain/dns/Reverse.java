package org.mailmedic.maildomain.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Addresses as names, turned round (RFC 1035 §3.5, RFC 3596 §2.5, RFC 5782 §2.1).
public final class Reverse {
    private Reverse() {}

    /// Where the name of an address stands.
    public static String name(InetAddress ip) {
        return digits(ip) + (ip instanceof Inet4Address ? ".in-addr.arpa" : ".ip6.arpa");
    }

    /// Only the digits, for a list in DNS.
    public static String digits(InetAddress ip) {
        List<String> parts = new ArrayList<>();
        for (byte b : ip.getAddress()) {
            if (ip instanceof Inet4Address) {
                parts.add(String.valueOf(b & 0xff));
            } else {
                parts.add(Integer.toHexString(b >> 4 & 0xf));
                parts.add(Integer.toHexString(b & 0xf));
            }
        }
        Collections.reverse(parts);
        return String.join(".", parts);
    }
}
