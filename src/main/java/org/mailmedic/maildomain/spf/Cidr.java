package org.mailmedic.maildomain.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// A network: the first `prefix` bits of an address.
///
/// @param address 4 or 16 bytes, which are not to be changed
public record Cidr(byte[] address, int prefix) {
    private static final String OCTET = "(?:\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern OCTETS = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
    private static final Pattern HEXTETS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /// An IPv4 address as RFC 7208 §5.6 writes it.
    static Optional<byte[]> ip4(String text) {
        return OCTETS.matcher(text).matches() ? Optional.of(InetAddress.ofLiteral(text).getAddress()) : Optional.empty();
    }

    /// An IPv6 address; one that holds an IPv4 address keeps its 16 bytes.
    static Optional<byte[]> ip6(String text) {
        if (!HEXTETS.matcher(text).matches() || text.indexOf(':') < 0) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(text);
            return Optional.of(address instanceof Inet4Address ? mapped(address.getAddress()) : address.getAddress());
        } catch (IllegalArgumentException senseless) {
            return Optional.empty();
        }
    }

    private static byte[] mapped(byte[] four) {
        var sixteen = new byte[16];
        sixteen[10] = (byte) 0xff;
        sixteen[11] = (byte) 0xff;
        System.arraycopy(four, 0, sixteen, 12, 4);
        return sixteen;
    }

    /// Never across families.
    boolean holds(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        int whole = prefix / 8;
        int mask = 0xff00 >> prefix % 8 & 0xff;
        return Arrays.equals(bytes, 0, whole, address, 0, whole) && (mask == 0 || (bytes[whole] & mask) == (address[whole] & mask));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr that && prefix == that.prefix && Arrays.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(address) * 31 + prefix;
    }
}
