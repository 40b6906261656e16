package org.mailmedic.net.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.mailmedic.settings.UnfitFileException;

/// A file of certificates (RFC 7468). Parsing the 140 that a system has takes longer than a whole dialogue, so a certificate is only
/// parsed when the name that is looked for occurs in its bytes.
final class PemBundle implements TrustAnchors {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String TRUSTED = "-----BEGIN TRUSTED CERTIFICATE-----";
    private static final String END = "-----END ";
    private static final int LARGEST = 16 * 1024 * 1024;
    private final List<byte[]> encoded;

    private PemBundle(List<byte[]> encoded) {
        this.encoded = encoded;
    }

    static PemBundle read(Path file) throws IOException {
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
        return new PemBundle(found);
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

    boolean isEmpty() {
        return encoded.isEmpty();
    }

    @Override
    public List<X509Certificate> named(X500Principal subject) {
        var wanted = new Wanted(subject.getEncoded());
        List<X509Certificate> found = new ArrayList<>();
        for (byte[] der : encoded) {
            if (wanted.isIn(der)) {
                try {
                    var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
                    if (certificate.getSubjectX500Principal().equals(subject)) {
                        found.add(certificate);
                    }
                } catch (CertificateException damaged) {
                    // a damaged authority vouches for nobody
                }
            }
        }
        return found;
    }

    /// Bytes that are looked for in many certificates, in strides (Horspool's way): a handshake asks for each of its names in all of them.
    static final class Wanted {
        private static final int FURTHEST = 1024;
        private final byte[] part;
        /// By the byte at the end of where the part might stand, how far it has to go on at least.
        private final int[] strides = new int[256];

        Wanted(byte[] part) {
            this.part = part;
            Arrays.fill(strides, part.length);
            for (int i = 0; i < part.length - 1; i++) {
                strides[part[i] & 0xff] = part.length - 1 - i;
            }
        }

        /// Whether it begins among the first bytes, where a certificate has its names.
        boolean isIn(byte[] text) {
            int last = Math.min(text.length - part.length, FURTHEST);
            int end = part.length - 1;
            for (int at = 0; at <= last; at += strides[text[at + end] & 0xff]) {
                if (Arrays.equals(text, at, at + part.length, part, 0, part.length)) {
                    return true;
                }
            }
            return false;
        }
    }
}
