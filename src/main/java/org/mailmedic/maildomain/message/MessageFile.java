package org.mailmedic.maildomain.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.settings.UnfitFileException;

/// A message as it was saved: its header fields as they stand there, and its body (RFC 5322 §2). One character for each byte; lines end in
/// CRLF whatever they ended in in the file, since programs that save messages change that.
///
/// @param fields with their name, their folds and their last line break
public record MessageFile(List<Field> fields, byte[] body) {
    /// The largest that is read, in bytes.
    public static final int LARGEST = 32 * 1024 * 1024;
    private static final int MOST_FIELDS = 2000;
    private static final int LONGEST_FIELD = 256 * 1024;

    /// @param raw the whole field, with its line break
    public record Field(String raw) {
        public String name() {
            int colon = raw.indexOf(':');
            return colon < 0 ? "" : raw.substring(0, colon).strip();
        }

        /// What stands behind the colon, without folds.
        public String value() {
            return raw.substring(raw.indexOf(':') + 1).replaceAll("\r\n(?=[ \t])", "").strip();
        }

        boolean is(String other) {
            return name().equalsIgnoreCase(other);
        }
    }

    public MessageFile {
        fields = List.copyOf(fields);
    }

    /// @throws UnfitFileException when it is no message
    public static MessageFile read(byte[] file) throws UnfitFileException {
        if (file.length > LARGEST) {
            throw new UnfitFileException("message.large");
        }
        byte[] bytes = withCrLf(file);
        List<Field> fields = new ArrayList<>();
        int at = starts(bytes, 0, "From ") ? lineEnd(bytes, 0) : 0;
        while (at < bytes.length && !starts(bytes, at, "\r\n")) {
            int end = lineEnd(bytes, at);
            while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
                end = lineEnd(bytes, end);
            }
            var field = new Field(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1));
            if (!field.name().matches("[!-9;-~]+") || end - at > LONGEST_FIELD || fields.size() >= MOST_FIELDS) {
                throw new UnfitFileException("message.none");
            }
            fields.add(field);
            at = end;
        }
        if (fields.isEmpty()) {
            throw new UnfitFileException("message.none");
        }
        return new MessageFile(fields, at + 2 <= bytes.length ? Arrays.copyOfRange(bytes, at + 2, bytes.length) : new byte[0]);
    }

    private static byte[] withCrLf(byte[] file) {
        var all = new ByteArrayOutputStream(file.length + file.length / 40);
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '\n' && (i == 0 || file[i - 1] != '\r')) {
                all.write('\r');
            }
            all.write(file[i]);
        }
        return all.toByteArray();
    }

    private static boolean starts(byte[] bytes, int at, String what) {
        byte[] wanted = what.getBytes(StandardCharsets.US_ASCII);
        return at + wanted.length <= bytes.length && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return bytes.length;
    }

    /// The values of all fields of this name, from the top.
    public List<String> all(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::value).toList();
    }

    /// The domain in `From:`, by its A-labels; empty where there is no such field or more than one, or where its addresses are of several
    /// domains (RFC 9989 §5.3.1).
    public Optional<String> authorDomain() {
        List<String> from = all("From");
        if (from.size() != 1) {
            return Optional.empty();
        }
        List<Optional<String>> domains = mailboxes(from.getFirst()).stream().filter(each -> each.indexOf('@') >= 0)
                .map(MessageFile::domain).distinct().toList();
        return domains.size() == 1 ? domains.getFirst() : Optional.empty();
    }

    /// Letters outside ASCII are in UTF-8 (RFC 6532 §3.1).
    private static Optional<String> domain(String mailbox) {
        int open = mailbox.lastIndexOf('<');
        int close = mailbox.indexOf('>', open + 1);
        String address = (open >= 0 && close > open ? mailbox.substring(open + 1, close) : mailbox).strip();
        String written = address.substring(address.lastIndexOf('@') + 1).strip();
        var letters = new String(written.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String domain = DomainName.plain(DomainName.ascii(letters));
        return address.indexOf('@') > 0 && domain.matches("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)+") ? Optional.of(domain) : Optional.empty();
    }

    /// The parts between commas, without quoted texts and comments, in which a comma parts nothing (RFC 5322 §3.2.2, §3.2.4).
    private static List<String> mailboxes(String value) {
        List<String> all = new ArrayList<>();
        var part = new StringBuilder();
        boolean quoted = false;
        int comments = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && (quoted || comments > 0)) {
                i++;
            } else if (c == '"' && comments == 0) {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                comments++;
            } else if (!quoted && c == ')' && comments > 0) {
                comments--;
            } else if (!quoted && comments == 0 && c == ',') {
                all.add(part.toString());
                part.setLength(0);
            } else if (!quoted && comments == 0) {
                part.append(c);
            }
        }
        all.add(part.toString());
        return all;
    }
}
