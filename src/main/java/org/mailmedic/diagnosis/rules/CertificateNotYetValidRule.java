package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.DeviceClock;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.diagnosis.observation.ShownCertificate;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;

/// `tls.cert_not_yet_valid`: before notBefore by a correct clock. More often than not it is this device's clock that is wrong, so the
/// confidence stays low until the clock has been compared.
final class CertificateNotYetValidRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        return ShownCertificate.in(file).filter(s -> early(file, s.certificate())).stream()
                .map(s -> Finding.of(Code.TLS_CERT_NOT_YET_VALID, DeviceClock.confidence(file, 0.6), DeviceClock.add(s.facts(), file)
                        .and("validFrom", FactText.date(s.certificate().leaf().getNotBefore()))
                        .and("expires", FactText.date(s.certificate().leaf().getNotAfter())), s.handshake()));
    }

    private static boolean early(CaseFile file, CertificateFacts certificate) {
        boolean early = certificate.has(CertificateProblem.NOT_YET_VALID);
        return (early || certificate.has(CertificateProblem.EXPIRED))
                && DeviceClock.in(file).filter(DeviceClock::wrong).map(clock -> clock.tooEarlyFor(certificate.leaf())).orElse(early);
    }
}
