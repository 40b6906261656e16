package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ShownCertificate;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateProblem;

/// `tls.cert_incomplete`: the server does not send its intermediate certificate.
final class CertificateIncompleteRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        return ShownCertificate.in(file).filter(s -> s.certificate().has(CertificateProblem.INCOMPLETE)).stream()
                .map(s -> Finding.of(Code.TLS_CERT_INCOMPLETE, 0.9, s.facts(), s.handshake()));
    }
}
