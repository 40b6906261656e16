package org.mailmedic.net.tls;

import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a certificate may be used for, as OpenSSL asks it of a server's whole chain (`crypto/x509/v3_purp.c`, purpose `sslserver`): the JDK
/// alone looks at the extended key usage of the leaf, and takes an anchor for what it is, whatever stands in it.
final class CertificatePurpose {
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String NETSCAPE_TYPE = "2.16.840.1.113730.1.1";
    private static final int NETSCAPE_SERVER = 0x40;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;
    private static final int CERTIFICATE_SIGN = 5;

    private CertificatePurpose() {}

    /// Whether it may be a server's own.
    static boolean server(X509Certificate leaf) {
        boolean[] key = leaf.getKeyUsage();
        return extended(leaf) && netscape(leaf)
                && (key == null || key[DIGITAL_SIGNATURE] || key[KEY_ENCIPHERMENT] || key[KEY_AGREEMENT]);
    }

    /// Whether it may vouch for servers. Version 1 knows no constraints, and is an authority only where somebody trusts it as such.
    static boolean authority(X509Certificate issuer) {
        boolean[] key = issuer.getKeyUsage();
        boolean old = issuer.getVersion() == 1 && issuer.getSubjectX500Principal().equals(issuer.getIssuerX500Principal());
        return extended(issuer) && (issuer.getBasicConstraints() >= 0 || old) && (key == null || key[CERTIFICATE_SIGN]);
    }

    /// The authority as an anchor, with the names that it may vouch for (RFC 5280 §4.2.1.10).
    static TrustAnchor anchor(X509Certificate authority) {
        return new TrustAnchor(authority, value(authority, NAME_CONSTRAINTS).orElse(null));
    }

    /// Whether each certificate names the key of the next one as its issuer's (RFC 5280 §4.2.1.1), and the anchor allows as many below it.
    static boolean linked(PKIXCertPathBuilderResult path) {
        List<X509Certificate> all = new ArrayList<>(path.getCertPath().getCertificates().stream().map(X509Certificate.class::cast)
                .toList());
        X509Certificate anchor = path.getTrustAnchor().getTrustedCert();
        long below = all.stream().skip(1).filter(c -> !c.getSubjectX500Principal().equals(c.getIssuerX500Principal())).count();
        if (anchor.getBasicConstraints() >= 0 && below > anchor.getBasicConstraints()) {
            return false;
        }
        all.add(anchor);
        for (int i = 0; i + 1 < all.size(); i++) {
            Optional<byte[]> wanted = value(all.get(i), AUTHORITY_KEY).flatMap(CertificatePurpose::keyIdentifier);
            Optional<byte[]> found = value(all.get(i + 1), SUBJECT_KEY).map(key -> Arrays.copyOfRange(key, Math.min(2, key.length),
                    key.length));
            if (wanted.isPresent() && found.isPresent() && !Arrays.equals(wanted.get(), found.get())) {
                return false;
            }
        }
        return true;
    }

    /// "Any usage" does not say servers; OpenSSL does not take it for that either.
    private static boolean extended(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null || usages.contains(SERVER_AUTH);
        } catch (CertificateParsingException damaged) {
            return false;
        }
    }

    /// The bits of an extension that a few old authorities still write.
    private static boolean netscape(X509Certificate certificate) {
        return value(certificate, NETSCAPE_TYPE).map(bits -> bits.length < 4 || (bits[3] & NETSCAPE_SERVER) != 0).orElse(true);
    }

    /// The keyIdentifier, `[0]`, comes first where there is one.
    private static Optional<byte[]> keyIdentifier(byte[] authorityKey) {
        boolean there = authorityKey.length > 4 && authorityKey[0] == 0x30 && authorityKey[1] >= 0 && (authorityKey[2] & 0xff) == 0x80
                && authorityKey[3] >= 0 && authorityKey.length >= 4 + authorityKey[3];
        return there ? Optional.of(Arrays.copyOfRange(authorityKey, 4, 4 + authorityKey[3])) : Optional.empty();
    }

    /// What the OCTET STRING around every extension's value holds.
    private static Optional<byte[]> value(X509Certificate certificate, String extension) {
        byte[] wrapped = certificate.getExtensionValue(extension);
        if (wrapped == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Octets.unwrap(wrapped));
        } catch (IOException damaged) {
            return Optional.of(new byte[0]);
        }
    }

    /// DER's lengths (X.690 §8.1.3), for one OCTET STRING.
    private static final class Octets {
        private Octets() {}

        static byte[] unwrap(byte[] der) throws IOException {
            if (der.length < 2 || der[0] != 4) {
                throw new IOException("no OCTET STRING");
            }
            int more = der[1] & 0x80;
            int start = more == 0 ? 2 : 2 + (der[1] & 0x7f);
            if (start > der.length || start > 6) {
                throw new IOException("a length that cannot be");
            }
            return Arrays.copyOfRange(der, start, der.length);
        }
    }
}
