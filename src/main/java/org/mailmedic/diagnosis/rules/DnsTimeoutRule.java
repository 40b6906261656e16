package org.mailmedic.diagnosis.rules;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ControlConnects;
import org.mailmedic.diagnosis.observation.DnsCanaries;
import org.mailmedic.diagnosis.observation.NameAnswers;
import org.mailmedic.evidence.CaseFile;

/// `dns.timeout`: no resolver answers, though the network works. Where nothing showed that it does, only the silence is told, with less
/// confidence; where nothing else works either, `network.offline` leads.
final class DnsTimeoutRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var names = NameAnswers.of(file);
        boolean somebodyAsked = names.direct().findAny().isPresent();
        // The system may call silence a server failure; the servers asked directly tell the difference, unless it knows other names.
        boolean silence = somebodyAsked && !new DnsCanaries(file).systemAnswers();
        boolean systemMute = names.system().filter(s -> s.mute() || silence && s.refuses()).isPresent();
        if (!systemMute || !names.direct().allMatch(NameAnswers.Voice::mute)) {
            return Stream.empty();
        }
        boolean works = new ControlConnects(file).anythingWorks();
        Facts facts = Facts.of("resolver", names.direct().map(NameAnswers.Voice::resolver).distinct().collect(Collectors.joining(", ")))
                .and("network", works ? "works" : "");
        return Stream.of(Finding.of(Code.DNS_TIMEOUT, works ? 0.92 : 0.6, facts, names.all()));
    }
}
