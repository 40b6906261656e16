package org.mailmedic.explain.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ways in which bytes of unknown origin can be read as text, most plausible first.
///
/// What is UTF-8 or carries a byte order mark has one reading. Other bytes are in an old code page, which nothing names: every one of
/// the common code pages that they are legal in is a reading, and the caller takes the one that means something.
public final class PastedBytes {
    private static final int SAMPLE = 4096;
    private static final List<String> CODE_PAGES = List.of("windows-1252", "windows-1251", "KOI8-R", "GB18030", "Shift_JIS", "EUC-JP",
            "Big5",
            "windows-1250", "IBM866", "windows-1253", "windows-1254", "EUC-KR");

    private PastedBytes() {}

    /// @return at least one reading
    public static List<String> readings(byte[] bytes) {
        if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
            return List.of(new String(bytes, StandardCharsets.UTF_16));
        }
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return List.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return List.of(new String(bytes, wide.get()));
        }
        Optional<Charset> japanese = escapes(bytes) ? charset("ISO-2022-JP") : Optional.empty();
        if (japanese.isPresent()) {
            return List.of(new String(bytes, japanese.get()));
        }
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return List.of(utf8.get());
        }
        var readings = new ArrayList<String>();
        if (mostlyUtf8(bytes)) {
            readings.add(new String(bytes, StandardCharsets.UTF_8));
        }
        for (String name : CODE_PAGES) {
            charset(name).flatMap(page -> strictly(bytes, page)).filter(text -> !readings.contains(text)).ifPresent(readings::add);
        }
        readings.add(new String(bytes, StandardCharsets.ISO_8859_1));
        return List.copyOf(readings);
    }

    /// A character set by the name that a mail or a file gives it; empty for what is no name, and for what this Java does not have: a
    /// runtime without the module `jdk.charsets` knows the Western ones alone.
    public static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... marks) {
        boolean same = bytes.length >= marks.length;
        for (int i = 0; same && i < marks.length; i++) {
            same = (bytes[i] & 0xff) == marks[i];
        }
        return same;
    }

    /// UTF-16 without a byte order mark: every second byte of Western text is zero.
    private static Optional<Charset> wide(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int most = Math.min(bytes.length, SAMPLE) / 2 * 2;
        for (int i = 0; i < most; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        boolean enough = most >= 8;
        return enough && odd > most * 3 / 10 && even < most / 20 ? Optional.of(StandardCharsets.UTF_16LE)
                : enough && even > most * 3 / 10 && odd < most / 20 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /// The escape sequences of ISO-2022-JP (RFC 1468), which is otherwise seven-bit.
    private static boolean escapes(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1b && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
            return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /// UTF-8 with a few broken bytes, as cut-off texts and binary answers leave it.
    private static boolean mostlyUtf8(byte[] bytes) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x80) {
                continue;
            }
            int more = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : b >= 0xc2 ? 1 : 0;
            int seen = 0;
            while (seen < more && i + 1 < bytes.length && (bytes[i + 1] & 0xc0) == 0x80) {
                seen++;
                i++;
            }
            good += more > 0 && seen == more ? 1 : 0;
            bad += more > 0 && seen == more ? 0 : 1;
        }
        return good > bad;
    }
}
