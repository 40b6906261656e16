package org.mailmedic.website;

import java.time.Instant;
import java.util.List;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.settings.HostName;

/// Judges the certificates of a testimony with this computer's authorities: the probe captured them without trusting anybody.
public final class Certificates {
    private final TrustJudge judge;

    public Certificates(Authorities authorities) {
        this.judge = new TrustJudge(authorities.stores(), true);
    }

    /// What was seen, with each certificate judged by the server's clock, which this computer's should agree with. A report's were judged
    /// where it was made, by the authorities that are known there.
    public List<Evidence> judged(Testimony testimony) {
        return testimony.report().isPresent() ? testimony.evidence() : testimony.evidence().stream()
                .map(each -> each instanceof Evidence.TlsHandshake tls ? judged(tls, testimony.at()) : each).toList();
    }

    private Evidence judged(Evidence.TlsHandshake tls, Instant at) {
        String host = tls.route().host();
        boolean literal = HostName.read(host) instanceof HostName.Usable(var _, var isLiteral) && isLiteral;
        return new Evidence.TlsHandshake(tls.route(), tls.implicit(), tls.span(),
                tls.certificate().map(CertificateFacts::chain).map(chain -> judge.judge(chain, host, literal, at)), tls.firstBytes(),
                tls.legacy(), tls.heard(), tls.firstHello(), tls.outcome());
    }
}
