package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;

/// `tls.version_too_old`: the server speaks TLS 1.0/1.1 or SSL at most (RFC 8996).
final class TlsTooOldRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        return Dialogue.of(file).handshake().filter(t -> t.outcome().seen().isEmpty()).stream()
                .flatMap(t -> t.legacy().stream().map(protocol -> Finding.of(Code.TLS_VERSION_TOO_OLD, 0.95, Facts.of("protocol", protocol), t)));
    }
}
