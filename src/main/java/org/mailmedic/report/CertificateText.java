package org.mailmedic.report;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.advice.PlainText;

/// One certificate of a chain as names and values.
public final class CertificateText {
    /// The certificate itself, in base64, so that it can be judged again.
    public static final String DER = "der";
    private static final int MOST_NAMES = 100;
    // GeneralName choices (RFC 5280 §4.2.1.6)
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private CertificateText() {}

    static Map<String, Object> of(X509Certificate certificate) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("subject", PlainText.of(certificate.getSubjectX500Principal().getName()));
        facts.put("issuer", PlainText.of(certificate.getIssuerX500Principal().getName()));
        facts.put("names", names(certificate));
        facts.put("not_before", certificate.getNotBefore().toInstant().toString());
        facts.put("not_after", certificate.getNotAfter().toInstant().toString());
        facts.put("serial", PlainText.of(certificate.getSerialNumber().toString(16)));
        facts.put("sha256", fingerprint(certificate));
        facts.put("key_type", PlainText.of(certificate.getPublicKey().getAlgorithm()));
        int bits = bits(certificate.getPublicKey());
        if (bits > 0) {
            facts.put("key_bits", bits);
        }
        facts.put("signature_algorithm", PlainText.of(certificate.getSigAlgName()));
        facts.put(DER, Base64.getEncoder().encodeToString(encoded(certificate)));
        return facts;
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was read can be written", impossible);
        }
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            var all = certificate.getSubjectAlternativeNames();
            if (all == null) {
                return List.of();
            }
            var names = new ArrayList<String>();
            for (List<?> each : all) {
                boolean host = each.getFirst() instanceof Integer type && (type == DNS_NAME || type == IP_ADDRESS);
                if (host && each.get(1) instanceof String name && names.size() < MOST_NAMES) {
                    names.add(PlainText.of(name));
                }
            }
            return names;
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded(certificate)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }

    private static int bits(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength();
        }
        if (key instanceof ECPublicKey ec) {
            return ec.getParams().getCurve().getField().getFieldSize();
        }
        return key instanceof EdECPublicKey ed ? ed.getParams().getName().equals("Ed448") ? 448 : 256 : 0;
    }
}
