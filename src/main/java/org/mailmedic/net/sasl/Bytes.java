package org.mailmedic.net.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Byte arrays that may be secret: joined and wiped, never turned into a String.
final class Bytes {
    private Bytes() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        var all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static void wipe(byte[]... parts) {
        for (byte[] part : parts) {
            Arrays.fill(part, (byte) 0);
        }
    }
}
