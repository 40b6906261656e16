package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ShownCertificate;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateProblem;

/// `tls.cert_untrusted`: self-signed, from an authority that this device does not know, too weak, or not meant for servers.
final class CertificateUntrustedRule implements Rule {
    private static final List<CertificateProblem> REASONS = List.of(CertificateProblem.SELF_SIGNED, CertificateProblem.UNKNOWN_AUTHORITY,
            CertificateProblem.WEAK, CertificateProblem.UNFIT);

    @Override
    public Stream<Finding> examine(CaseFile file) {
        return ShownCertificate.in(file).stream().flatMap(s -> REASONS.stream().filter(s.certificate()::has).limit(1)
                .map(reason -> Finding.of(Code.TLS_CERT_UNTRUSTED, 0.93, s.facts().and("reason", reason.id()), s.handshake())));
    }
}
