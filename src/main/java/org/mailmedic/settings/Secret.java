package org.mailmedic.settings;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The only holder of a password or access token. It prints as dots, has no serialised form and is wiped when closed.
///
/// Thread-safe: one thread may wipe it while another reads; a reader then sees an empty secret.
public final class Secret implements AutoCloseable {
    private static final String DOTS = "••••";
    private char[] value;

    /// Takes over the array; the caller must not use it afterwards.
    private Secret(char[] value) {
        this.value = value;
    }

    /// Copies `value`; the caller wipes its own copy.
    public static Secret of(char[] value) {
        return new Secret(value.clone());
    }

    public static Secret of(CharSequence value) {
        var chars = new char[value.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = value.charAt(i);
        }
        return new Secret(chars);
    }

    /// Decodes UTF-8 and drops one line end at the close, which editors add to password files. Wipes `bytes`.
    public static Secret ofUtf8Line(byte[] bytes) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        int end = decoded.length();
        if (end > 0 && decoded.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > 0 && decoded.charAt(end - 1) == '\r') {
            end--;
        }
        int start = end > 0 && decoded.charAt(0) == '\uFEFF' ? 1 : 0;
        var chars = new char[end - start];
        decoded.position(start);
        decoded.get(chars, 0, chars.length);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(decoded.array(), '\0');
        return new Secret(chars);
    }

    public synchronized boolean isEmpty() {
        return value.length == 0;
    }

    /// A copy that the caller wipes after use.
    public synchronized char[] chars() {
        return value.clone();
    }

    /// A copy as UTF-8 (RFC 4616 §2) that the caller wipes after use.
    public synchronized byte[] utf8() {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(value));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /// A second holder of the same value, wiped on its own.
    public synchronized Secret copy() {
        return new Secret(value.clone());
    }

    @Override
    public synchronized void close() {
        Arrays.fill(value, '\0');
        value = new char[0];
    }

    @Override
    public String toString() {
        return DOTS;
    }
}
