package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ControlConnects;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;

/// `tcp.reset`: accepted, then reset before the server's first byte, whatever we were about to say by then. A plain close there is
/// `smtp.dropped`; a reset in the middle of the handshake is `tls.handshake_failed`.
final class TcpResetRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var reach = new ServerReach(file);
        List<Evidence.TcpConnect> atOnce = reach.failed(how -> how == Failure.RESET);
        var elsewhere = new ControlConnects(file);
        if (!atOnce.isEmpty() && !reach.connected()) {
            return Stream.of(Finding.of(Code.TCP_RESET, elsewhere.works() ? 0.85 : 0.7, elsewhere.add(ServerReach.facts(atOnce)),
                    atOnce.stream()));
        }
        var dialogue = Dialogue.of(file);
        double sure = elsewhere.works() ? 0.92 : elsewhere.fails() ? 0.5 : 0.8;
        Stream<Finding> inTls = dialogue.handshake().filter(t -> beforeAnyByte(t)).stream()
                .map(t -> Finding.of(Code.TCP_RESET, sure, elsewhere.add(ServerReach.facts(List.of(t))), t));
        Stream<Finding> plain = dialogue.greeting().filter(g -> g.outcome().failed(Failure.RESET) && g.firstByteMs() < 0).stream()
                .filter(_ -> !dialogue.implicitTls())
                .map(g -> Finding.of(Code.TCP_RESET, sure, elsewhere.add(ServerReach.facts(List.of(g))), g));
        return Stream.concat(inTls, plain);
    }

    static boolean beforeAnyByte(Evidence.TlsHandshake handshake) {
        return handshake.implicit() && handshake.outcome().failed(Failure.RESET) && !handshake.heard();
    }
}
