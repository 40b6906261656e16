package org.mailmedic.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers a ClientHello as servers do that the JDK's own TLS can no longer play: its records are written by hand
/// (RFC 2246, RFC 8446 appendix D). No handshake is ever completed.
final class OldTls {
    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int FATAL = 2;
    private static final int PROTOCOL_VERSION = 70;
    private static final int HANDSHAKE_FAILURE = 40;
    private static final int UNEXPECTED_MESSAGE = 10;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int RECORD_LIMIT = 1 << 14;
    /// Suites that TLS 1.0 knew: ECDHE and plain RSA, with AES or 3DES, CBC and SHA-1.
    private static final List<Integer> SUITES = List.of(0xc013, 0xc014, 0xc009, 0xc00a, 0x002f, 0x0035, 0x000a);

    private OldTls() {}

    /// What matters in a ClientHello.
    ///
    /// @param newest the newest version offered, as the second byte on the wire: 1 is TLS 1.0, 4 is TLS 1.3
    /// @param suite  the first old cipher suite offered; -1 for none
    private record Hello(int newest, int suite) {}

    /// Reads the ClientHello and says why not.
    static void alert(Wire wire, int description) throws IOException {
        send(wire, ALERT, 1, (byte) FATAL, (byte) (read(wire) != null ? description : UNEXPECTED_MESSAGE));
        wire.drop();
    }

    /// Answers with the server's own old version those whom such a server would answer.
    static void answer(Wire wire, int minor, boolean lenient) throws IOException {
        var hello = read(wire);
        if (hello == null) {
            send(wire, ALERT, minor, (byte) FATAL, (byte) UNEXPECTED_MESSAGE);
        } else if (hello.newest() > 2 && !lenient) {
            send(wire, ALERT, minor, (byte) FATAL, (byte) PROTOCOL_VERSION);
        } else if (hello.suite() < 0) {
            send(wire, ALERT, minor, (byte) FATAL, (byte) HANDSHAKE_FAILURE);
        } else {
            int agreed = Math.min(minor, hello.newest());
            send(wire, HANDSHAKE, agreed, serverHello(agreed, hello.suite()));
        }
        wire.drop();
    }

    /// Null if this is no ClientHello.
    private static @Nullable Hello read(Wire wire) throws IOException {
        var header = wire.read(5);
        int length = (header[3] & 0xff) << 8 | header[4] & 0xff;
        if (header[0] != HANDSHAKE || header[1] != 3 || length > RECORD_LIMIT) {
            return null;
        }
        var hello = ByteBuffer.wrap(wire.read(length));
        try {
            return hello.get() == CLIENT_HELLO ? read(hello) : null;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            // Shorter than it says.
            return null;
        }
    }

    private static Hello read(ByteBuffer hello) {
        skip(hello, 3);
        int newest = hello.getShort() & 0xff;
        skip(hello, 32);
        skip(hello, hello.get() & 0xff);
        int suite = -1;
        for (int count = (hello.getShort() & 0xffff) / 2; count > 0; count--) {
            int offered = hello.getShort() & 0xffff;
            suite = suite < 0 && SUITES.contains(offered) ? offered : suite;
        }
        skip(hello, hello.get() & 0xff);
        if (hello.hasRemaining()) {
            skip(hello, 2);
        }
        while (hello.remaining() >= 4) {
            int type = hello.getShort() & 0xffff;
            int length = hello.getShort() & 0xffff;
            if (type == SUPPORTED_VERSIONS) {
                return new Hello(newestListed(hello), suite);
            }
            skip(hello, length);
        }
        return new Hello(newest, suite);
    }

    /// RFC 8701 puts senseless versions into the list on purpose; they do not begin with 3.
    private static int newestListed(ByteBuffer hello) {
        int newest = 0;
        for (int count = (hello.get() & 0xff) / 2; count > 0; count--) {
            int major = hello.get();
            int minor = hello.get() & 0xff;
            newest = major == 3 ? Math.max(newest, minor) : newest;
        }
        return newest;
    }

    private static void skip(ByteBuffer buffer, int count) {
        buffer.position(buffer.position() + count);
    }

    private static byte[] serverHello(int minor, int suite) {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        // The last eight bytes must not look like the downgrade mark of RFC 8446 §4.1.3.
        random[31] = 0x7f;
        return ByteBuffer.allocate(42)
                .put((byte) SERVER_HELLO).put(new byte[] {0, 0, 38})
                .put((byte) 3).put((byte) minor).put(random)
                .put((byte) 0)
                .putShort((short) suite)
                .put((byte) 0).array();
    }

    private static void send(Wire wire, int type, int minor, byte... content) throws IOException {
        var record = new ByteArrayOutputStream();
        record.writeBytes(new byte[] {(byte) type, 3, (byte) minor, (byte) (content.length >> 8), (byte) content.length});
        record.writeBytes(content);
        wire.write(record.toByteArray());
    }
}
