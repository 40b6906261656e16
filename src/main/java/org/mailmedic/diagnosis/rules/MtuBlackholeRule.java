package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.LongLine;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

/// `network.mtu_blackhole`: small exchanges pass, large packets vanish. A stall right after the ClientHello or in the message while
/// everything before came at once, and a second sign: a long harmless line gets no answer either, or controls stall the same way.
final class MtuBlackholeRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        Optional<Evidence> stalled = dialogue.handshake().filter(t -> t.outcome().failed(Failure.TIMEOUT)).map(t -> (Evidence) t)
                .or(() -> dialogue.message().filter(m -> m.at() == Stage.MESSAGE && m.outcome().failed(Failure.TIMEOUT)).map(m -> (Evidence) m));
        List<Evidence> second = Stream.concat(file.all(LongLine.class).filter(l -> l.outcome().failed(Failure.TIMEOUT)), stalledControls(file)).toList();
        boolean longLinesPass = file.all(LongLine.class).anyMatch(l -> l.outcome().seen().isPresent());
        if (stalled.isEmpty() || second.isEmpty() || longLinesPass && stalledControls(file).findAny().isEmpty()) {
            return Stream.empty();
        }
        Stage where = stalled.get() instanceof Evidence.TestMessage ? Stage.MESSAGE : Stage.ENCRYPT;
        return Stream.of(Finding.of(Code.NETWORK_MTU_BLACKHOLE, 0.85, Facts.of("where", where.id()),
                Stream.concat(stalled.stream(), second.stream())).at(where));
    }

    /// Controls whose TLS stalls too; one that does not proves that large packets pass.
    private static Stream<Evidence> stalledControls(CaseFile file) {
        List<TlsHandshake> controls = file.all(TlsHandshake.class, Route.Role.CONTROL).toList();
        return !controls.isEmpty() && controls.stream().allMatch(t -> t.outcome().failed(Failure.TIMEOUT))
                ? controls.stream().map(t -> (Evidence) t) : Stream.empty();
    }
}
