package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.PathSample;
import org.mailmedic.evidence.Failure;

/// `network.unstable`: of at least eight connects to one address a fifth or more fail, or a quarter needs SYN retransmits, or the upper
/// quartile lies more than half a second above the median. A warning, unless it breaks the session.
final class UnstableRule implements Rule {
    private static final int LEAST = 8;
    private static final double LOST = 0.2;
    private static final double RESENT = 0.25;
    private static final double SPREAD_MS = 500;
    /// The first retransmit of a SYN comes after a second, the next two seconds later (RFC 6298 §2).
    private static final double RETRANSMIT_MS = 900;

    @Override
    public Stream<Finding> examine(CaseFile file) {
        return file.all(PathSample.class).filter(sample -> sample.outcome().seen().map(UnstableRule::unstable).orElse(false)).limit(1)
                .map(sample -> finding(sample, broken(Dialogue.of(file))));
    }

    private static boolean unstable(List<Double> connects) {
        if (connects.size() < LEAST) {
            return false;
        }
        List<Double> good = connects.stream().filter(ms -> ms >= 0).sorted().toList();
        double lost = connects.size() - good.size();
        double resent = good.stream().filter(ms -> ms >= RETRANSMIT_MS).count();
        boolean spread = good.size() >= 4 && good.get(good.size() * 3 / 4) - good.get(good.size() / 2) > SPREAD_MS;
        // all lost is silence, not instability
        return !good.isEmpty() && (lost >= LOST * connects.size() || resent >= RESENT * connects.size() || spread);
    }

    private static boolean broken(Dialogue dialogue) {
        boolean handshake = dialogue.handshake().filter(t -> t.outcome().failed(Failure.TIMEOUT) || t.outcome().failed(Failure.RESET)).isPresent();
        boolean greeting = dialogue.greeting().filter(g -> g.outcome().failed(Failure.TIMEOUT)).isPresent();
        return handshake || greeting || Breaks.steps(dialogue, Failure.TIMEOUT, Failure.RESET).findAny().isPresent();
    }

    private static Finding finding(PathSample sample, boolean breaks) {
        List<Double> connects = sample.outcome().seen().orElseThrow();
        long good = connects.stream().filter(ms -> ms >= 0 && ms < RETRANSMIT_MS).count();
        Finding finding = Finding.of(Code.NETWORK_UNSTABLE, 0.85, Facts.of("address", sample.route().addressText())
                .and("count", connects.size()).and("good", good), sample);
        return breaks ? finding : finding.asWarning();
    }
}
