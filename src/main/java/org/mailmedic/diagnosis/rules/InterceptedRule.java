package org.mailmedic.diagnosis.rules;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;

/// `tls.intercepted`: the certificate is issued by an antivirus or a proxy. A warning when this device trusts it.
final class InterceptedRule implements Rule {
    private final Interceptors interceptors;

    InterceptedRule(Interceptors interceptors) {
        this.interceptors = interceptors;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        return Shown.in(file).filter(InterceptedRule::suspicious).flatMap(this::finding).stream();
    }

    /// What the public authorities vouch for needs no look at names: only an authority installed on this device can be one.
    private static boolean suspicious(Shown shown) {
        return !shown.certificate().verified() || shown.certificate().trustedBySystem() && !shown.certificate().trustedByJava();
    }

    private Optional<Finding> finding(Shown shown) {
        return shown.certificate().chain().stream().map(X509Certificate::getIssuerX500Principal).map(interceptors::product)
                .flatMap(Optional::stream).findFirst()
                .map(product -> Finding.of(Code.TLS_INTERCEPTED, 0.93, shown.facts().and("product", product), shown.handshake()))
                .map(finding -> shown.certificate().verified() ? finding.asWarning() : finding);
    }
}
