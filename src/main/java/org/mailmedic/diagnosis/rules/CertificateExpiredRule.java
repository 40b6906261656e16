package org.mailmedic.diagnosis.rules;

import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateProblem;

/// `tls.cert_expired`: past notAfter, the server's own certificate or one further up its chain. This device's clock is
/// taken at its word here.
final class CertificateExpiredRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        return Shown.in(file).stream().flatMap(shown -> {
            boolean leaf = shown.certificate().has(CertificateProblem.EXPIRED);
            if (!leaf && !shown.certificate().has(CertificateProblem.ISSUER_EXPIRED)) {
                return Stream.empty();
            }
            X509Certificate expired = leaf ? shown.certificate().leaf()
                    : shown.certificate().chain().stream().skip(1).min(Comparator.comparing(X509Certificate::getNotAfter))
                            .orElse(shown.certificate().leaf());
            Facts facts = shown.facts().and("subject", Shown.shortName(expired.getSubjectX500Principal()))
                    .and("expires", Words.date(expired.getNotAfter())).and("validFrom", Words.date(expired.getNotBefore()));
            return Stream.of(Finding.of(Code.TLS_CERT_EXPIRED, 0.88, facts, shown.handshake()));
        });
    }
}
