package org.mailmedic.practice.certificate;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;

/// What a certificate shall say.
///
/// @param subject   whose it is, as a distinguished name ("CN=…, O=…")
/// @param issuer    who signs it
/// @param key       the subject's public key
/// @param from      first moment of validity
/// @param until     last moment of validity
/// @param authority whether it may sign other certificates
/// @param names     host names and addresses it is good for; none for an authority
/// @param issuerUrl where the issuer's own certificate can be fetched (RFC 5280 §4.2.2.1), or empty
/// @param signature how it is signed
record CertificatePlan(String subject, String issuer, PublicKey key, Instant from, Instant until, boolean authority,
                       List<String> names, String issuerUrl, SignatureKind signature) {

    CertificatePlan valid(Instant first, Instant last) {
        return new CertificatePlan(subject, issuer, key, first, last, authority, names, issuerUrl, signature);
    }

    CertificatePlan named(List<String> others) {
        return new CertificatePlan(subject, issuer, key, from, until, authority, others, issuerUrl, signature);
    }

    CertificatePlan issuerAt(String url) {
        return new CertificatePlan(subject, issuer, key, from, until, authority, names, url, signature);
    }

    CertificatePlan signed(SignatureKind kind) {
        return new CertificatePlan(subject, issuer, key, from, until, authority, names, issuerUrl, kind);
    }
}
