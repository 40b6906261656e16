package org.mailmedic.net.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.mailmedic.settings.UnfitFileException;

/// A file of certificates (RFC 7468).
final class PemBundle {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String TRUSTED = "-----BEGIN TRUSTED CERTIFICATE-----";
    private static final String END = "-----END ";
    private static final int LARGEST = 16 * 1024 * 1024;

    private PemBundle() {}

    static EncodedAnchors read(Path file) throws IOException {
        String text = text(file);
        List<byte[]> found = new ArrayList<>();
        int from = 0;
        while ((from = text.indexOf(BEGIN, from)) >= 0) {
            int body = from + BEGIN.length();
            int end = text.indexOf(END, body);
            if (end < 0) {
                break;
            }
            try {
                found.add(Base64.getMimeDecoder().decode(text.substring(body, end)));
            } catch (IllegalArgumentException damaged) {
                throw new UnfitFileException("trust.damaged", Map.of("file", file), damaged);
            }
            from = end;
        }
        if (found.isEmpty() && text.contains(TRUSTED)) {
            throw new UnfitFileException("trust.openssl", Map.of("file", file));
        }
        return new EncodedAnchors(found);
    }

    /// What a file says of its size need not be so, and a pipe or a device may never end.
    private static String text(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnfitFileException("trust.no_file", Map.of("file", file));
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new UnfitFileException("trust.large", Map.of("file", file));
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
