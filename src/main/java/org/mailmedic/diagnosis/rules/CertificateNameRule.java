package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ShownCertificate;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateProblem;

/// `tls.cert_name_mismatch`: valid, for other names; names them, and the one to enter as host where one can be told.
final class CertificateNameRule implements Rule {
    /// RFC 1035 §2.3.4
    private static final int LONGEST_NAME = 253;
    private static final double SURE = 0.95;
    /// With something else wrong as well, another name in the settings mends little: the other fault leads.
    private static final double BESIDE_OTHERS = 0.8;

    @Override
    public Stream<Finding> examine(CaseFile file) {
        return ShownCertificate.in(file).filter(s -> s.certificate().has(CertificateProblem.WRONG_NAME)).stream()
                .map(s -> Finding.of(Code.TLS_CERT_NAME_MISMATCH, s.certificate().problems().size() == 1 ? SURE : BESIDE_OTHERS,
                        facts(s, file.plan().host()), s.handshake()));
    }

    /// The host's own name in the common name alone counts for none (RFC 9525 §2), and is no advice either.
    private static Facts facts(ShownCertificate shown, String host) {
        List<String> names = shown.certificate().names();
        boolean oldPlace = shown.certificate().inCommonNameAlone() && names.stream().anyMatch(host::equalsIgnoreCase);
        return oldPlace ? shown.facts().and("commonName", host) : shown.facts().and("nameHint", hint(host, names).orElse(""));
    }

    /// A name that can stand in the host field: no wildcard, no address, with a dot. A mail-like one is the better guess.
    private static Optional<String> hint(String host, List<String> names) {
        List<String> usable = names.stream()
                .filter(n -> n.length() <= LONGEST_NAME && n.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z][A-Za-z0-9-]*"))
                .filter(n -> !n.equalsIgnoreCase(host)).toList();
        return usable.stream().filter(n -> n.toLowerCase(Locale.ROOT).matches("(smtps?|mail|mx|out|relay|send|server).*")).findFirst()
                .or(() -> usable.stream().findFirst());
    }
}
