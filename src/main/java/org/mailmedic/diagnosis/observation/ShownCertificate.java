package org.mailmedic.diagnosis.observation;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.Evidence;

/// The certificate that the server showed, and what to say of it.
public record ShownCertificate(Evidence.TlsHandshake handshake, CertificateFacts certificate) {
    public static Optional<ShownCertificate> in(CaseFile file) {
        return Dialogue.of(file).handshake().flatMap(t -> t.certificate().map(c -> new ShownCertificate(t, c)));
    }

    public Facts facts() {
        X509Certificate leaf = certificate.leaf();
        return Facts.of("subject", shortName(leaf.getSubjectX500Principal())).and("issuer", shortName(leaf.getIssuerX500Principal()))
                .and("names", String.join(", ", certificate.names()));
    }

    /// The common name, else the organisation, else the whole name.
    public static String shortName(X500Principal principal) {
        return part(principal, "CN").or(() -> part(principal, "O")).orElse(principal.getName());
    }

    /// One attribute's value out of a distinguished name (RFC 2253 §2), with its escapes undone.
    static Optional<String> part(X500Principal principal, String type) {
        var matcher = Pattern.compile("(?:^|[,+])" + type + "=((?:\\\\.|[^,+\\\\]++)*+)").matcher(principal.getName());
        return matcher.find() ? Optional.of(FactText.oneLine(matcher.group(1).replaceAll("\\\\(.)", "$1"))) : Optional.empty();
    }
}
