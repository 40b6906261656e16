package org.mailmedic.checkup;

import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.Span;

/// Evidence of one check-up as another one has it: the same, seen earlier.
final class Age {
    private Age() {}

    /// @param laterMs how many milliseconds later the other check-up began
    static Evidence in(Evidence seen, double laterMs) {
        var when = new Span(seen.span().startMs() - laterMs, seen.span().durationMs());
        return switch (seen) {
            case Evidence.NameLookup e -> new Evidence.NameLookup(e.resolver(), e.name(), e.type(), when, e.outcome());
            case Evidence.TcpConnect e -> new Evidence.TcpConnect(e.route(), when, e.outcome());
            case Evidence.Greeting e -> new Evidence.Greeting(e.route(), when, e.firstByteMs(), e.firstBytes(), e.outcome());
            case Evidence.Hello e -> new Evidence.Hello(e.route(), e.encrypted(), e.verb(), when, e.outcome());
            case Evidence.StartTls e -> new Evidence.StartTls(e.route(), when, e.outcome());
            case Evidence.TlsHandshake e -> new Evidence.TlsHandshake(e.route(), e.implicit(), when, e.certificate(), e.firstBytes(),
                    e.legacy(),
                    e.outcome());
            case Evidence.SignIn e -> new Evidence.SignIn(e.route(), e.mechanism(), when, e.outcome());
            case Evidence.EnvelopeReply e -> new Evidence.EnvelopeReply(e.route(), e.part(), when, e.outcome());
            case Evidence.TestMessage e -> new Evidence.TestMessage(e.route(), e.at(), when, e.outcome());
            case OffRoute.PageCheck e -> new OffRoute.PageCheck(e.url(), e.expectedStatus(), e.expectedBody(), when, e.outcome());
            case OffRoute.ClockCheck e -> new OffRoute.ClockCheck(e.url(), e.here(), when, e.outcome());
            case OffRoute.DnsCanary e -> new OffRoute.DnsCanary(e.lure(), e.resolver(), e.name(), when, e.outcome());
            case OffRoute.FirewallLook e -> new OffRoute.FirewallLook(e.command(), when, e.outcome());
            case OffRoute.InterfaceLook e -> new OffRoute.InterfaceLook(when, e.outcome());
            case Evidence.PathSample e -> new Evidence.PathSample(e.route(), when, e.outcome());
            case Evidence.LongLine e -> new Evidence.LongLine(e.route(), e.bytes(), when, e.outcome());
            case OffRoute.MailboxSignIn e -> new OffRoute.MailboxSignIn(e.host(), e.port(), e.protocol(), when, e.outcome());
            case OffRoute.ProtectionLook e -> new OffRoute.ProtectionLook(e.command(), when, e.outcome());
            case Evidence.Unasked e -> new Evidence.Unasked(e.route(), e.stage(), when, e.outcome());
            case OffRoute.Pause e -> new OffRoute.Pause(when, e.lostMs());
            case OffRoute.PhpLook e -> new OffRoute.PhpLook(when, e.outcome());
            case OffRoute.SenderDomain e -> new OffRoute.SenderDomain(e.domain(), when, e.outcome());
            case Evidence.Defect e -> new Evidence.Defect(e.probe(), e.stage(), when, e.outcome());
        };
    }
}
