package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;

/// `dns.timeout`: no resolver answers. Whether the network works otherwise is not looked at here.
final class DnsTimeoutRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var names = NameAnswers.of(file);
        boolean somebodyAsked = names.direct().findAny().isPresent();
        // The system may call silence a server failure; the servers asked directly tell the difference.
        boolean systemMute = names.system().filter(s -> s.mute() || somebodyAsked && s.refuses()).isPresent();
        if (!systemMute || !names.direct().allMatch(NameAnswers.Voice::mute)) {
            return Stream.empty();
        }
        return Stream.of(Finding.of(Code.DNS_TIMEOUT, new Elsewhere(file).anythingWorks() ? 0.92 : 0.7, Facts.none(), names.all()));
    }
}
