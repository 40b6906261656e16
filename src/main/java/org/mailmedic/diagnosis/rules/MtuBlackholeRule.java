package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.NamedProtection;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Evidence.LongLine;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

/// `network.mtu_blackhole`: small exchanges pass, large packets vanish. A stall right after the ClientHello or in the message while
/// the greeting came at once, and a second sign: a long harmless line gets no answer either, or controls stall the same way.
///
/// A long line only shows the way there; where it passes, the way back may still swallow certificates, as controls then show. A handshake
/// that was finished at another port of the host proves that large packets arrive, but for a line that is lost at this very port.
final class MtuBlackholeRule implements Rule {
    private static final double AT_ONCE_MS = 3000;

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        Optional<Evidence> stalled = dialogue.handshake().filter(t -> t.outcome().failed(Failure.TIMEOUT)).map(t -> (Evidence) t)
                .or(() -> dialogue.message().filter(m -> m.at() == Stage.MESSAGE && m.outcome().failed(Failure.TIMEOUT))
                        .map(m -> (Evidence) m));
        List<LongLine> lines = file.all(LongLine.class).toList();
        List<Evidence> controls = stalledControls(file);
        List<Evidence> second = controls.isEmpty() && lines.stream().noneMatch(l -> l.outcome().seen().isPresent())
                ? lines.stream().filter(l -> l.outcome().failed(Failure.TIMEOUT)).map(l -> (Evidence) l).toList() : controls;
        if (stalled.isEmpty() || second.isEmpty() || !smallOnesPass(file)
                || second == controls && new ServerReach(file).largePacketsPass()) {
            return Stream.empty();
        }
        Stage where = stalled.get() instanceof Evidence.TestMessage ? Stage.MESSAGE : Stage.ENCRYPT;
        Facts facts = NamedProtection.add(Facts.of("where", where.id()).and("address", stalled.get().onRoute().map(Route::addressText)
                .orElse("")), file);
        return Stream.of(Finding.of(Code.NETWORK_MTU_BLACKHOLE, 0.85, facts, Stream.concat(stalled.stream(), second.stream())).at(where));
    }

    /// The server greeted at once, at this port or another; a long line is only sent after a greeting. Where the port says nothing before
    /// TLS starts, greetings elsewhere tell.
    private static boolean smallOnesPass(CaseFile file) {
        boolean elsewhere = Dialogue.of(file).implicitTls();
        boolean greeted = file.all(Greeting.class).filter(g -> g.route().role() == Route.Role.TARGET
                || g.route().role() == Route.Role.OTHER_PORT || elsewhere && g.route().role() == Route.Role.CONTROL)
                .anyMatch(g -> g.outcome().seen().isPresent() && g.firstByteMs() < AT_ONCE_MS);
        return greeted || Dialogue.of(file).implicitTls() && file.all(LongLine.class).findAny().isPresent();
    }

    /// Controls whose TLS stalls too; one that does not proves that large packets pass.
    private static List<Evidence> stalledControls(CaseFile file) {
        List<TlsHandshake> controls = file.all(TlsHandshake.class, Route.Role.CONTROL).filter(t -> ServerReach.listened(file, t)).toList();
        return controls.stream().allMatch(t -> t.outcome().failed(Failure.TIMEOUT)) ? List.copyOf(controls) : List.of();
    }
}
