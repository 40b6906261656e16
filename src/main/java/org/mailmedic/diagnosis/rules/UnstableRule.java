package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.BrokenSteps;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.PathSample;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;

/// `network.unstable`: of at least eight connects to one address a fifth or more fail, or a quarter needs SYN retransmits, or the upper
/// quartile lies more than half a second above the median. A warning, unless it breaks the session.
final class UnstableRule implements Rule {
    private static final int LEAST = 8;
    private static final double LOST = 0.2;
    private static final double RESENT = 0.25;
    private static final double SPREAD_MS = 500;
    /// What a SYN that was sent again takes longer than one that was not: the first retransmit comes after a second (RFC 6298 §2).
    private static final double RETRANSMIT_MS = 900;
    /// When the first and the second retransmit arrive, on a line that is quick otherwise.
    private static final List<Double> RETRANSMITS_AT_MS = List.of(1000.0, 3000.0, 7000.0);
    private static final double ROUND_TRIP_MS = 400;

    @Override
    public Stream<Finding> examine(CaseFile file) {
        return file.all(PathSample.class).flatMap(sample -> {
            List<Double> connects = connects(file, sample);
            return unstable(connects) ? Stream.of(finding(sample, connects, broken(Dialogue.of(file)))) : Stream.empty();
        }).limit(1);
    }

    /// The sample, and the connects to the same door that were made anyway. Negative: it failed.
    private static List<Double> connects(CaseFile file, PathSample sample) {
        Stream<Double> anyway = file.all(TcpConnect.class).filter(c -> c.route().endpoint().equals(sample.route().endpoint()))
                .filter(c -> c.outcome().seen().isPresent() || c.outcome().failed(Failure.TIMEOUT))
                .map(c -> c.outcome().seen().isPresent() ? c.span().durationMs() : -1);
        return Stream.concat(anyway, sample.outcome().seen().stream().flatMap(List::stream)).toList();
    }

    private static boolean unstable(List<Double> connects) {
        List<Double> good = good(connects);
        // all lost is silence, not instability
        if (connects.size() < LEAST || good.isEmpty()) {
            return false;
        }
        double lost = connects.size() - good.size();
        boolean spread = good.size() >= LEAST / 2 && good.get(good.size() * 3 / 4) - good.get(good.size() / 2) > SPREAD_MS;
        return lost >= LOST * connects.size() || resent(good) >= RESENT * connects.size() || spread;
    }

    private static List<Double> good(List<Double> connects) {
        return connects.stream().filter(ms -> ms >= 0).sorted().toList();
    }

    /// A long way, as over a satellite, takes its time every time; a repeated SYN comes a second later than others, or just after it was
    /// due.
    private static long resent(List<Double> good) {
        double quickest = good.getFirst();
        return good.stream().filter(ms -> ms - quickest >= RETRANSMIT_MS
                || RETRANSMITS_AT_MS.stream().anyMatch(due -> ms >= due && ms < due + ROUND_TRIP_MS)).count();
    }

    private static boolean broken(Dialogue dialogue) {
        boolean handshake = dialogue.handshake().filter(t -> t.outcome().failed(Failure.TIMEOUT) || t.outcome().failed(Failure.RESET))
                .isPresent();
        boolean greeting = dialogue.greeting().filter(g -> g.outcome().failed(Failure.TIMEOUT)).isPresent();
        return handshake || greeting || BrokenSteps.steps(dialogue, Failure.TIMEOUT, Failure.RESET).findAny().isPresent();
    }

    private static Finding finding(PathSample sample, List<Double> connects, boolean breaks) {
        List<Double> good = good(connects);
        Finding finding = Finding.of(Code.NETWORK_UNSTABLE, 0.85, Facts.of("address", sample.route().addressText())
                .and("count", connects.size()).and("good", good.size() - resent(good)), sample);
        return breaks ? finding : finding.asWarning();
    }
}
