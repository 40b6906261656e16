package org.mailmedic.ui.page;

import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Route;

/// One line of the list of what was seen.
///
/// @param took how long it took, in words
public record Sighting(Look look, String text, String took) {
    public enum Look { FINE, CAUTION, BROKEN, NEUTRAL }

    public static Sighting of(Evidence evidence, String text, String took) {
        return new Sighting(look(evidence), text, took);
    }

    /// Silence is what is hoped for where nobody can be.
    private static boolean lure(Evidence evidence) {
        return evidence instanceof Evidence.DnsCanary || evidence.onRoute().map(route -> route.role() == Route.Role.CANARY).orElse(false);
    }

    /// How it looks at first sight. It is no judgement: what failed elsewhere than on the way to the server is only worth a look.
    private static Look look(Evidence evidence) {
        boolean target = evidence.onRoute().map(route -> route.role() == Route.Role.TARGET).orElse(true);
        return switch (evidence.outcome()) {
            case Outcome.Seen<?>(Reply reply) when !reply.positive() -> target ? Look.BROKEN : Look.CAUTION;
            case Outcome.Seen<?>(var _) when evidence instanceof Evidence.TlsHandshake handshake && !handshake.verified() -> Look.CAUTION;
            case Outcome.Seen<?>(var _) -> Look.FINE;
            case Outcome.Failed<?>(var _, var _) when lure(evidence) -> Look.FINE;
            case Outcome.Failed<?>(var _, var _) when evidence instanceof Evidence.FirewallLook -> Look.NEUTRAL;
            case Outcome.Failed<?>(var _, var _) -> target ? Look.BROKEN : Look.CAUTION;
            case Outcome.Skipped<?>(var _) -> Look.NEUTRAL;
            case Outcome.Broke<?>(var _) -> Look.CAUTION;
        };
    }
}
