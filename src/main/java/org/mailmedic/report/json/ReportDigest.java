package org.mailmedic.report.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailmedic.report.Milliseconds;

/// Shows that a report was changed by accident: cut, edited, mangled by a mail program. It is no signature: who changes a report on purpose
/// can write a new one.
///
/// `sha-256:` and the hash in lower-case hexadecimal of the report without its digest, in the canonical form of RFC 8785: keys sorted by
/// UTF-16 units, no blanks, UTF-8.
public final class ReportDigest {
    public static final String KEY = "digest";
    private static final String PREFIX = "sha-256:";
    /// Numbers of reports are milliseconds and counts; longer ones are compared as they were written.
    private static final int LONGEST_PLAIN = 40;

    private ReportDigest() {}

    /// A copy of the document that ends in its digest.
    public static Map<String, Object> sealed(Map<String, Object> document) {
        var sealed = new LinkedHashMap<>(document);
        sealed.remove(KEY);
        sealed.put(KEY, of(document));
        return sealed;
    }

    static OpenedReport.Digest check(Map<String, Object> document) {
        Object said = document.get(KEY);
        return said == null ? OpenedReport.Digest.ABSENT : said.equals(of(document)) ? OpenedReport.Digest.MATCHES
                : OpenedReport.Digest.DIFFERS;
    }

    public static String of(Map<String, Object> document) {
        var rest = new LinkedHashMap<>(document);
        rest.remove(KEY);
        var text = new Hashed();
        canonical(rest, text);
        return PREFIX + text.hash();
    }

    /// Text that goes into the hash piece by piece, since a report may be as large as memory allows.
    private static final class Hashed {
        private static final int PIECE = 32 * 1024;
        private final StringBuilder piece = new StringBuilder(PIECE + 2);
        private final MessageDigest digest;

        Hashed() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
            }
        }

        Hashed append(String text) {
            for (int i = 0; i < text.length(); i++) {
                append(text.charAt(i));
            }
            return this;
        }

        /// A pair of surrogates stays together.
        Hashed append(char c) {
            piece.append(c);
            if (piece.length() >= PIECE && !Character.isHighSurrogate(c)) {
                take();
            }
            return this;
        }

        String hash() {
            take();
            return HexFormat.of().formatHex(digest.digest());
        }

        private void take() {
            digest.update(piece.toString().getBytes(StandardCharsets.UTF_8));
            piece.setLength(0);
        }
    }

    private static void canonical(Object value, Hashed text) {
        switch (value) {
            case null -> text.append("null");
            case Boolean flag -> text.append(flag.toString());
            case String string -> quoted(string, text);
            case Number number -> text.append(number(number));
            case List<?> items -> {
                String before = "[";
                for (Object item : items) {
                    canonical(item, text.append(before));
                    before = ",";
                }
                text.append(items.isEmpty() ? "[]" : "]");
            }
            case Map<?, ?> entries -> {
                var sorted = new TreeMap<String, Object>();
                entries.forEach((name, entry) -> sorted.put(name.toString(), entry));
                String before = "{";
                for (var entry : sorted.entrySet()) {
                    quoted(entry.getKey(), text.append(before));
                    canonical(entry.getValue(), text.append(':'));
                    before = ",";
                }
                text.append(sorted.isEmpty() ? "{}" : "}");
            }
            default -> throw new IllegalArgumentException("no place in a report for a " + value.getClass().getName());
        }
    }

    private static String number(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return number.toString();
        }
        if (number instanceof Double d) {
            String written = Double.toString(Milliseconds.rounded(d));
            if (written.indexOf('E') < 0) {
                return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
            }
        }
        return exactly(number);
    }

    /// By decimals of any length, whose tables a cold start does without.
    private static String exactly(Number number) {
        var exact = switch (number) {
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> new BigDecimal(integer);
            case Double d -> new BigDecimal(Double.toString(Milliseconds.rounded(d)));
            default -> BigDecimal.valueOf(number.longValue());
        };
        var shortest = exact.stripTrailingZeros();
        return Math.abs((long) shortest.scale()) + shortest.precision() > LONGEST_PLAIN ? shortest.toString() : shortest.toPlainString();
    }

    private static void quoted(String string, Hashed text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
