package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.DeviceClock;
import org.mailmedic.diagnosis.observation.ShownCertificate;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;

/// `device.clock_wrong`: the certificate is outside its dates only because this clock is off.
final class ClockWrongRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        return DeviceClock.in(file).filter(DeviceClock::wrong).stream().flatMap(clock -> ShownCertificate.in(file).stream()
                .filter(shown -> outsideDates(shown.certificate()) && validByRightClock(shown.certificate(), clock))
                .map(shown -> Finding.of(Code.DEVICE_CLOCK_WRONG, 0.95, shown.facts().and("offset", Math.round(clock.aheadSecs())),
                        clock.check(),
                        shown.handshake())));
    }

    private static boolean outsideDates(CertificateFacts certificate) {
        return certificate.has(CertificateProblem.EXPIRED) || certificate.has(CertificateProblem.NOT_YET_VALID)
                || certificate.has(CertificateProblem.ISSUER_EXPIRED);
    }

    private static boolean validByRightClock(CertificateFacts certificate, DeviceClock clock) {
        var concerned = certificate.has(CertificateProblem.ISSUER_EXPIRED) ? certificate.chain() : List.of(certificate.leaf());
        return concerned.stream().noneMatch(c -> clock.tooLateFor(c) || clock.tooEarlyFor(c));
    }
}
