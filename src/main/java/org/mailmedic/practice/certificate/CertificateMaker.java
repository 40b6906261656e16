package org.mailmedic.practice.certificate;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/// Makes X.509 certificates (RFC 5280) at run time, sound ones and faulty ones.
///
/// Written by hand because the JDK can read certificates but not make them, and the library that can (Bouncy Castle)
/// would add 9 MB to the image for the sake of a practice server.
final class CertificateMaker {
    private static final byte[] VERSION_3 = Der.tagged(0, true, Der.integer(BigInteger.TWO));
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String AUTHORITY_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String CA_ISSUERS = "1.3.6.1.5.5.7.48.2";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

    private final SecureRandom random = new SecureRandom();

    /// Signs what the plan says with the issuer's key; the issuer's public half only names that key in the certificate.
    X509Certificate make(CertificatePlan plan, PrivateKey issuerKey, PublicKey issuerPublic) throws GeneralSecurityException {
        var body = Der.sequence(
                VERSION_3,
                Der.integer(new BigInteger(120, random).setBit(119)),
                plan.signature().identifier(),
                name(plan.issuer()),
                Der.sequence(Der.time(plan.from()), Der.time(plan.until())),
                name(plan.subject()),
                plan.key().getEncoded(),
                Der.tagged(3, true, Der.sequence(extensions(plan, issuerPublic))));
        var signer = Signature.getInstance(plan.signature().jdkName());
        signer.initSign(issuerKey);
        signer.update(body);
        var whole = Der.sequence(body, plan.signature().identifier(), Der.bits(0, signer.sign()));
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] extensions(CertificatePlan plan, PublicKey issuer) throws GeneralSecurityException {
        List<byte[]> list = new ArrayList<>();
        list.add(critical(BASIC_CONSTRAINTS, plan.authority() ? Der.sequence(Der.yes()) : Der.sequence()));
        list.add(critical(KEY_USAGE, plan.authority() ? signsCertificates() : signsHandshakes(plan.key())));
        list.add(extension(SUBJECT_KEY, Der.octets(keyId(plan.key()))));
        list.add(extension(AUTHORITY_KEY, Der.sequence(Der.tagged(0, false, keyId(issuer)))));
        if (!plan.authority()) {
            list.add(extension(EXTENDED_KEY_USAGE, Der.sequence(Der.oid(SERVER_AUTHENTICATION))));
        }
        if (!plan.names().isEmpty()) {
            list.add(extension(ALTERNATIVE_NAMES, Der.sequence(plan.names().stream().map(CertificateMaker::alternative)
                    .toArray(byte[][]::new))));
        }
        if (!plan.issuerUrl().isEmpty()) {
            list.add(extension(AUTHORITY_ACCESS, Der.sequence(Der.sequence(Der.oid(CA_ISSUERS), Der.tagged(6, false,
                    Der.ascii(plan.issuerUrl()))))));
        }
        return Der.join(list.toArray(byte[][]::new));
    }

    private static byte[] name(String distinguished) {
        return new X500Principal(distinguished).getEncoded();
    }

    /// keyCertSign and cRLSign (RFC 5280 §4.2.1.3).
    private static byte[] signsCertificates() {
        return Der.bits(1, new byte[] {0x06});
    }

    /// digitalSignature, and keyEncipherment for RSA.
    private static byte[] signsHandshakes(PublicKey key) {
        return key.getAlgorithm().equals("RSA") ? Der.bits(5, new byte[] {(byte) 0xa0}) : Der.bits(7, new byte[] {(byte) 0x80});
    }

    /// A literal address becomes an iPAddress, everything else a dNSName; nothing is looked up.
    private static byte[] alternative(String name) {
        return name.indexOf(':') >= 0 || name.matches("[0-9.]+")
                ? Der.tagged(7, false, InetAddress.ofLiteral(name).getAddress())
                : Der.tagged(2, false, Der.ascii(name));
    }

    private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
    }

    private static byte[] critical(String oid, byte[] content) {
        return Der.sequence(Der.oid(oid), Der.yes(), Der.octets(content));
    }

    private static byte[] extension(String oid, byte[] content) {
        return Der.sequence(Der.oid(oid), Der.octets(content));
    }
}
