package org.mailmedic.practice.certificate;

/// How a certificate is signed: the JDK's name, the object identifier, and whether the identifier carries an explicit
/// NULL parameter (RFC 3279 demands it for RSA, forbids it for ECDSA).
enum SignatureKind {
    ECDSA_SHA256("SHA256withECDSA", "1.2.840.10045.4.3.2", false),
    ECDSA_SHA1("SHA1withECDSA", "1.2.840.10045.4.1", false),
    RSA_SHA256("SHA256withRSA", "1.2.840.113549.1.1.11", true),
    RSA_MD5("MD5withRSA", "1.2.840.113549.1.1.4", true);

    private final String jdkName;
    private final String oid;
    private final boolean explicitNull;

    SignatureKind(String jdkName, String oid, boolean explicitNull) {
        this.jdkName = jdkName;
        this.oid = oid;
        this.explicitNull = explicitNull;
    }

    String jdkName() {
        return jdkName;
    }

    byte[] identifier() {
        return explicitNull ? Der.sequence(Der.oid(oid), Der.nothing()) : Der.sequence(Der.oid(oid));
    }
}
