package org.mailmedic.net.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/// Certificates as they lie in a file. Parsing the 140 that a system has takes longer than a whole dialogue, so a certificate is only
/// parsed when the longest text in the name that is looked for occurs in its bytes. Not the name as a whole: whoever issued may have
/// written it in another kind of text than the authority did, and it is the same name all the same (RFC 5280 §7.1).
final class EncodedAnchors implements TrustAnchors {
    /// Shorter texts stand in too many names.
    private static final int SHORTEST = 4;

    private final List<byte[]> encoded;

    EncodedAnchors(List<byte[]> encoded) {
        this.encoded = List.copyOf(encoded);
    }

    boolean isEmpty() {
        return encoded.isEmpty();
    }

    @Override
    public List<X509Certificate> named(X500Principal subject) {
        var wanted = new Wanted(longestText(subject.getEncoded()));
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

    /// The longest stretch of plain characters in a name in DER. The marks that tell one kind of text from another are none, so that no
    /// stretch reaches beyond the text they stand before.
    private static byte[] longestText(byte[] name) {
        int from = 0;
        int length = 0;
        int begin = 0;
        for (int at = 0; at <= name.length; at++) {
            if (at == name.length || name[at] < ' ' || name[at] > '~') {
                if (at - begin > length) {
                    from = begin;
                    length = at - begin;
                }
                begin = at + 1;
            }
        }
        return length < SHORTEST ? name : Arrays.copyOfRange(name, from, from + length);
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
