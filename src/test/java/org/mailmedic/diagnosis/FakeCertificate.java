package org.mailmedic.diagnosis;

import java.math.BigInteger;
import java.security.Principal;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/// A certificate of which only names and dates matter, as they do to rules.
public final class FakeCertificate extends X509Certificate {
    private static final long serialVersionUID = 1;

    private final X500Principal subject;
    private final X500Principal issuer;
    private final Date from;
    private final Date until;

    public FakeCertificate(String subject, String issuer, String from, String until) {
        this.subject = new X500Principal(subject);
        this.issuer = new X500Principal(issuer);
        this.from = Date.from(Instant.parse(from + "T00:00:00Z"));
        this.until = Date.from(Instant.parse(until + "T00:00:00Z"));
    }

    @Override
    public X500Principal getSubjectX500Principal() {
        return subject;
    }

    @Override
    public X500Principal getIssuerX500Principal() {
        return issuer;
    }

    @Override
    public Date getNotBefore() {
        return from;
    }

    @Override
    public Date getNotAfter() {
        return until;
    }

    @Override
    public void checkValidity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkValidity(Date date) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getVersion() {
        return 3;
    }

    @Override
    public BigInteger getSerialNumber() {
        return BigInteger.ONE;
    }

    @Override
    @SuppressWarnings("deprecation")
    public Principal getIssuerDN() {
        return issuer;
    }

    @Override
    @SuppressWarnings("deprecation")
    public Principal getSubjectDN() {
        return subject;
    }

    @Override
    public byte[] getTBSCertificate() {
        return new byte[0];
    }

    @Override
    public byte[] getSignature() {
        return new byte[0];
    }

    @Override
    public String getSigAlgName() {
        return "none";
    }

    @Override
    public String getSigAlgOID() {
        return "0.0";
    }

    @Override
    public byte[] getSigAlgParams() {
        return new byte[0];
    }

    @Override
    public boolean[] getIssuerUniqueID() {
        return null;
    }

    @Override
    public boolean[] getSubjectUniqueID() {
        return null;
    }

    @Override
    public boolean[] getKeyUsage() {
        return null;
    }

    @Override
    public int getBasicConstraints() {
        return -1;
    }

    @Override
    public byte[] getEncoded() {
        return new byte[0];
    }

    @Override
    public void verify(PublicKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void verify(PublicKey key, String provider) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return subject.getName();
    }

    @Override
    public PublicKey getPublicKey() {
        return null;
    }

    @Override
    public boolean hasUnsupportedCriticalExtension() {
        return false;
    }

    @Override
    public Set<String> getCriticalExtensionOIDs() {
        return Set.of();
    }

    @Override
    public Set<String> getNonCriticalExtensionOIDs() {
        return Set.of();
    }

    @Override
    public byte[] getExtensionValue(String oid) {
        return null;
    }
}
