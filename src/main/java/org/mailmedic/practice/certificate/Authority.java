package org.mailmedic.practice.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// A certificate authority: its certificate and the keys it signs with.
record Authority(X509Certificate certificate, KeyPair keys) {

    static Authority root(CertificateMaker maker, String name, KeyPair keys, Instant from, Instant until) throws GeneralSecurityException {
        var plan = new CertificatePlan(name, name, keys.getPublic(), from, until, true, List.of(), "", signature(keys));
        return new Authority(maker.make(plan, keys.getPrivate(), keys.getPublic()), keys);
    }

    Authority intermediate(CertificateMaker maker, String name, KeyPair its, Instant from, Instant until) throws GeneralSecurityException {
        var plan = new CertificatePlan(name, name(), its.getPublic(), from, until, true, List.of(), "", signature(keys));
        return new Authority(sign(maker, plan), its);
    }

    X509Certificate sign(CertificateMaker maker, CertificatePlan plan) throws GeneralSecurityException {
        return maker.make(plan, keys.getPrivate(), keys.getPublic());
    }

    String name() {
        return certificate.getSubjectX500Principal().getName();
    }

    SignatureKind signature() {
        return signature(keys);
    }

    private static SignatureKind signature(KeyPair keys) {
        return keys.getPublic().getAlgorithm().equals("RSA") ? SignatureKind.RSA_SHA256 : SignatureKind.ECDSA_SHA256;
    }
}
