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
        byte[] wanted = subject.getEncoded();
        List<X509Certificate> found = new ArrayList<>();
        for (byte[] der : encoded) {
            if (contains(der, wanted)) {
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

    private static boolean contains(byte[] text, byte[] part) {
        int last = Math.min(text.length - part.length, 1024);
        next:
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j < part.length; j++) {
                if (text[i + j] != part[j]) {
                    continue next;
                }
            }
            return true;
        }
        return false;
    }
}
