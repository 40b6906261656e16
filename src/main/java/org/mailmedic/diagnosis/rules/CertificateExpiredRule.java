package org.mailmedic.diagnosis.rules;

import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.DeviceClock;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.diagnosis.observation.ShownCertificate;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;

/// `tls.cert_expired`: past notAfter by a correct clock, the server's own certificate or one further up its chain. This device's clock is
/// taken at its word unless it was compared.
final class CertificateExpiredRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        return ShownCertificate.in(file).stream().flatMap(shown -> {
            boolean leaf = leafExpired(file, shown.certificate());
            if (!leaf && !issuerExpired(file, shown.certificate())) {
                return Stream.empty();
            }
            X509Certificate expired = leaf ? shown.certificate().leaf()
                    : shown.certificate().chain().stream().skip(1).min(Comparator.comparing(X509Certificate::getNotAfter))
                            .orElse(shown.certificate().leaf());
            Facts facts = shown.facts().and("subject", ShownCertificate.shortName(expired.getSubjectX500Principal()))
                    .and("expires", FactText.date(expired.getNotAfter())).and("validFrom", FactText.date(expired.getNotBefore()));
            return Stream.of(Finding.of(Code.TLS_CERT_EXPIRED, DeviceClock.confidence(file, 0.82), DeviceClock.add(facts, file),
                    shown.handshake()));
        });
    }

    /// A clock that is far behind finds a certificate not yet valid that ran out long ago.
    private static boolean leafExpired(CaseFile file, CertificateFacts certificate) {
        boolean expired = certificate.has(CertificateProblem.EXPIRED);
        boolean outside = expired || certificate.has(CertificateProblem.NOT_YET_VALID);
        return outside && DeviceClock.in(file).filter(DeviceClock::wrong).map(clock -> clock.tooLateFor(certificate.leaf()))
                .orElse(expired);
    }

    private static boolean issuerExpired(CaseFile file, CertificateFacts certificate) {
        return certificate.has(CertificateProblem.ISSUER_EXPIRED) && DeviceClock.in(file).filter(DeviceClock::wrong)
                .map(clock -> certificate.chain().stream().anyMatch(clock::tooLateFor)).orElse(true);
    }
}
