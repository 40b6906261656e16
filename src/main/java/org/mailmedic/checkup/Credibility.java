package org.mailmedic.checkup;

import java.util.List;
import java.util.Set;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Diagnosis;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.SignIn;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.OffRoute.DnsCanary;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Span;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

/// Whether what was seen tells anything, by the pulse of this computer: a wait in which it did not run for the most part is no silence of
/// the server, and a server that gave up on us meanwhile has not dropped us. What was said in words stands whatever the pulse.
final class Credibility {
    private static final Set<Failure> OF_TIME = Set.of(Failure.TIMEOUT, Failure.CLOSED, Failure.RESET, Failure.CANCELLED,
            Failure.TLS_BROKEN, Failure.TLS_ALERT, Failure.OTHER);
    /// What a server says to those who come too often.
    private static final Set<Code> LIMITS = Set.of(Code.SMTP_OVERLOADED, Code.SEND_RATE_LIMITED);
    private static final double LARGE_PART = 1.0 / 3;
    private static final double LEAST_MS = 900;
    private final Pulse pulse;
    private final double laterMs;

    /// @param beganNanos when the run began, which is where the spans of its evidence count from
    Credibility(Pulse pulse, long beganNanos) {
        this.pulse = pulse;
        laterMs = (beganNanos - pulse.beganNanos()) / 1e6;
    }

    /// Whether the answer rests on a wait in which this computer hardly ran.
    boolean spoiled(CaseFile file, Diagnosis diagnosis) {
        return diagnosis.diagnoses().stream().findFirst().filter(finding -> doubtful(finding, file)).isPresent();
    }

    /// What can still be believed.
    Diagnosis credible(CaseFile file, Diagnosis diagnosis) {
        return new Diagnosis(solid(diagnosis.diagnoses(), file), solid(diagnosis.warnings(), file));
    }

    private List<Finding> solid(List<Finding> findings, CaseFile file) {
        return findings.stream().filter(finding -> !doubtful(finding, file)).toList();
    }

    private boolean doubtful(Finding finding, CaseFile file) {
        if (finding.code() == Code.SMTP_SLOW) {
            return file.evidence().stream().filter(e -> finding.because().contains(e.id())).anyMatch(e -> lostMs(e) >= LEAST_MS
                    && lostMs(e) >= e.span().durationMs() * LARGE_PART);
        }
        List<Evidence> because = file.evidence().stream().filter(e -> finding.because().contains(e.id()) && !lure(e)).toList();
        return because.stream().anyMatch(e -> doubtful(e)
                && because.stream().noneMatch(other -> other.kind().equals(e.kind()) && other.outcome().seen().isPresent()));
    }

    /// Silence is what is hoped for where nobody can be.
    private static boolean lure(Evidence seen) {
        return seen instanceof DnsCanary || seen.onRoute().filter(route -> route.role() == Route.Role.CANARY).isPresent();
    }

    private boolean doubtful(Evidence seen) {
        if (seen instanceof Evidence.PathSample sample) {
            return lostMs(sample) >= LEAST_MS;
        }
        // connections are made by the system, whether or not we get a processor meanwhile
        double lost = seen instanceof TcpConnect ? pulse.stoppedMs(felt(seen.span())) : lostMs(seen);
        boolean ended = seen.outcome().failed(Failure.CLOSED) || seen.outcome().failed(Failure.RESET);
        return seen.outcome().failure().filter(OF_TIME::contains).isPresent() && lost >= LEAST_MS
                && (ended || lost >= seen.span().durationMs() * LARGE_PART);
    }

    /// Whether a second attempt was turned away for coming too often, by a server that had greeted the first one: that is our own doing.
    static boolean ownDoing(CaseFile first, Diagnosis second) {
        boolean greeted = first.all(Evidence.Greeting.class).anyMatch(g -> g.good()
                && (g.route().role() == Route.Role.TARGET || g.route().role() == Route.Role.OTHER_MODE));
        return greeted && second.diagnoses().stream().findFirst().filter(finding -> LIMITS.contains(finding.code())
                && (finding.stage() == Stage.GREETING || finding.stage() == Stage.HELLO)).isPresent();
    }

    /// Without what is our own doing.
    static Diagnosis without(Diagnosis diagnosis) {
        return new Diagnosis(diagnosis.diagnoses().stream().filter(finding -> !LIMITS.contains(finding.code())).toList(),
                diagnosis.warnings());
    }

    /// Whether what was measured of the line holds: this computer ran all the while.
    boolean stands(Evidence.PathSample sample) {
        return pulse.stoppedMs(felt(sample.span())) < LEAST_MS;
    }

    /// Whether another attempt may be made: a password is not used twice.
    static boolean mayRepeat(CaseFile file) {
        return file.all(SignIn.class).allMatch(s -> s.outcome() instanceof Outcome.Skipped<?>);
    }

    private double lostMs(Evidence seen) {
        return pulse.lostMs(felt(seen.span()));
    }

    /// A span of the run as the pulse, which may have begun earlier, counts it.
    private Span felt(Span span) {
        return new Span(span.startMs() + laterMs, span.durationMs());
    }

    /// What is told of it.
    OffRoute.Pause pause(double totalMs) {
        var whole = new Span(0, totalMs);
        return new OffRoute.Pause(whole, pulse.lostMs(felt(whole)));
    }
}
