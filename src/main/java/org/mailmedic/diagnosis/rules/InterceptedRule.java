package org.mailmedic.diagnosis.rules;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Interceptors;
import org.mailmedic.diagnosis.observation.ShownCertificate;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.plan.Route;
import org.mailmedic.provider.ProviderBook;

/// `tls.intercepted`: the certificate is issued by an antivirus or a proxy, or differs from the one seen by another path. A warning when
/// this device trusts it.
///
/// Servers do show other certificates at other ports. It is a copy when this device vouches for the other one, and this one is for the same
/// names but from an authority that nobody knows; or when that authority also signs for a known provider's server.
final class InterceptedRule implements Rule {
    private final Interceptors interceptors;
    private final ProviderBook book;

    InterceptedRule(Interceptors interceptors, ProviderBook book) {
        this.interceptors = interceptors;
        this.book = book;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        return ShownCertificate.in(file).filter(shown -> suspicious(shown.certificate())).stream()
                .flatMap(shown -> byName(shown).or(() -> byComparison(file, shown)).stream());
    }

    /// What the public authorities vouch for needs no look at names: only an authority installed on this device can be one.
    private static boolean suspicious(CertificateFacts certificate) {
        return !certificate.verified() || onlyHere(certificate);
    }

    private static boolean onlyHere(CertificateFacts certificate) {
        return certificate.trustedBySystem() && !certificate.trustedByJava();
    }

    private Optional<Finding> byName(ShownCertificate shown) {
        return shown.certificate().chain().stream().map(X509Certificate::getIssuerX500Principal).map(interceptors::product)
                .flatMap(Optional::stream).findFirst()
                .map(product -> Finding.of(Code.TLS_INTERCEPTED, 0.93, shown.facts().and("product", product), shown.handshake()))
                .map(finding -> shown.certificate().verified() ? finding.asWarning() : finding);
    }

    private Optional<Finding> byComparison(CaseFile file, ShownCertificate shown) {
        if (!shown.certificate().has(CertificateProblem.UNKNOWN_AUTHORITY) && !onlyHere(shown.certificate())) {
            return Optional.empty();
        }
        Stream<TlsHandshake> originals = file.all(TlsHandshake.class, Route.Role.OTHER_PORT).filter(t -> copied(shown.certificate(), t));
        Stream<TlsHandshake> likewise = file.all(TlsHandshake.class, Route.Role.CONTROL)
                .filter(t -> book.byHost(t.route().host()).isPresent()
                && t.certificate().filter(c -> suspicious(c) && sameIssuer(c, shown.certificate())).isPresent());
        return Stream.concat(originals, likewise).findFirst()
                .map(other -> Finding.of(Code.TLS_INTERCEPTED, 0.85, shown.facts(), shown.handshake(), other))
                .map(finding -> shown.certificate().verified() ? finding.asWarning() : finding);
    }

    private static boolean copied(CertificateFacts copy, TlsHandshake other) {
        return other.certificate().filter(c -> c.verified() && !sameIssuer(c, copy)
                && Set.copyOf(c.names()).equals(Set.copyOf(copy.names()))).isPresent();
    }

    private static boolean sameIssuer(CertificateFacts one, CertificateFacts other) {
        return one.leaf().getIssuerX500Principal().equals(other.leaf().getIssuerX500Principal());
    }
}
