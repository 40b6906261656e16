package org.mailmedic.net.dns;

import java.net.InetAddress;
import java.util.HexFormat;

/// What one record says. Names are without the closing dot and as the server wrote them; the root is empty.
public sealed interface DnsData {
    /// An A or AAAA record.
    record Address(InetAddress address) implements DnsData {}

    /// @param target empty where the domain says that it takes no mail (RFC 7505)
    record MailHost(int preference, String target) implements DnsData {}

    /// A TXT record, its character strings joined without a blank (RFC 7208 §3.3), one character for each byte.
    record Text(String value, int strings) implements DnsData {}

    /// A PTR, NS or CNAME record.
    record Named(String target) implements DnsData {}

    /// A TLSA record (RFC 6698 §2.1).
    ///
    /// @param data in hexadecimal digits, small letters
    record Tlsa(int usage, int selector, int matching, String data) implements DnsData {
        /// As zone files write it.
        public String text() {
            return usage + " " + selector + " " + matching + " " + data;
        }

        static Tlsa of(int usage, int selector, int matching, byte[] data) {
            return new Tlsa(usage, selector, matching, HexFormat.of().formatHex(data));
        }
    }

    /// A CAA record (RFC 8659 §4.1).
    record Caa(int flags, String tag, String value) implements DnsData {}
}
