package org.mailmedic.practice.certificate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Writes the few ASN.1 types that a certificate is made of, in their distinguished encoding (X.690).
final class Der {
    private static final DateTimeFormatter GENERALIZED = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int FIRST_YEAR_WRITTEN_IN_FULL = 2050;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(0x30, join(parts));
    }

    static byte[] integer(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    static byte[] yes() {
        return value(0x01, new byte[] {(byte) 0xff});
    }

    static byte[] nothing() {
        return value(0x05, new byte[0]);
    }

    static byte[] octets(byte[] content) {
        return value(0x04, content);
    }

    /// A bit string; `unused` is how many bits at its end do not count (0 to 7).
    static byte[] bits(int unused, byte[] content) {
        return value(0x03, join(new byte[] {(byte) unused}, content));
    }

    /// A tagged value: `[number]`, constructed when it holds other values.
    static byte[] tagged(int number, boolean constructed, byte[] content) {
        return value(0x80 | (constructed ? 0x20 : 0) | number, content);
    }

    static byte[] oid(String dotted) {
        var arcs = dotted.split("\\.");
        var out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            base128(out, Integer.parseInt(arcs[i]));
        }
        return value(0x06, out.toByteArray());
    }

    /// RFC 5280 §4.1.2.5: two-digit years through 2049, four digits from then on.
    static byte[] time(Instant when) {
        var text = GENERALIZED.format(when);
        boolean full = when.atZone(ZoneOffset.UTC).getYear() >= FIRST_YEAR_WRITTEN_IN_FULL;
        return full ? value(0x18, ascii(text)) : value(0x17, ascii(text.substring(2)));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] value(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            var length = BigInteger.valueOf(content.length).toByteArray();
            int skip = length[0] == 0 ? 1 : 0;
            out.write(0x80 | length.length - skip);
            out.write(length, skip, length.length - skip);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static void base128(ByteArrayOutputStream out, int arc) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (arc >>> shift != 0) {
                out.write(0x80 | arc >>> shift & 0x7f);
            }
        }
        out.write(arc & 0x7f);
    }
}
