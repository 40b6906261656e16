package org.mailmedic.net.tls;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;

/// Asks, with a ClientHello written by hand, whether a server speaks only TLS versions that Java no longer does
/// (RFC 2246 §7.4.1.2, RFC 4346; both withdrawn by RFC 8996). Nothing but that one question is asked.
public final class LegacyHello {
    private static final int[] SUITES = {0xc014, 0xc013, 0xc00a, 0xc009, 0x0035, 0x002f, 0x000a, 0x0039, 0x0033, 0x0016, 0x0005, 0x0004};

    private LegacyHello() {}

    /// @return the old version that the server agrees to speak; empty when it does not
    public static Optional<String> ask(Connection link, String host, boolean literal, Deadline deadline) throws IOException {
        link.until(deadline);
        link.watch();
        link.write(record(host, literal));
        var buffer = new byte[512];
        while (link.watchedBytes().length < 11) {
            if (link.read(buffer) < 0) {
                break;
            }
        }
        return TlsInspector.chosenLegacy(link.watchedBytes());
    }

    private static byte[] record(String host, boolean literal) throws IOException {
        byte[] hello = hello(host, literal);
        var record = new ByteArrayOutputStream();
        var out = new DataOutputStream(record);
        out.writeByte(0x16);
        out.writeShort(0x0301);
        out.writeShort(hello.length + 4);
        out.writeByte(1);
        out.writeByte(0);
        out.writeShort(hello.length);
        out.write(hello);
        return record.toByteArray();
    }

    private static byte[] hello(String host, boolean literal) throws IOException {
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(body);
        out.writeShort(0x0302);
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        out.write(random);
        out.writeByte(0);
        out.writeShort(SUITES.length * 2);
        for (int suite : SUITES) {
            out.writeShort(suite);
        }
        out.writeByte(1);
        out.writeByte(0);
        byte[] extensions = extensions(host, literal);
        out.writeShort(extensions.length);
        out.write(extensions);
        return body.toByteArray();
    }

    /// Server name (RFC 6066 §3), elliptic curves and point formats (RFC 8422 §5.1).
    private static byte[] extensions(String host, boolean literal) throws IOException {
        var all = new ByteArrayOutputStream();
        var out = new DataOutputStream(all);
        if (!literal) {
            byte[] name = host.getBytes(StandardCharsets.US_ASCII);
            out.writeShort(0);
            out.writeShort(name.length + 5);
            out.writeShort(name.length + 3);
            out.writeByte(0);
            out.writeShort(name.length);
            out.write(name);
        }
        out.write(new byte[] {0, 10, 0, 6, 0, 4, 0, 23, 0, 24});
        out.write(new byte[] {0, 11, 0, 2, 1, 0});
        return all.toByteArray();
    }
}
