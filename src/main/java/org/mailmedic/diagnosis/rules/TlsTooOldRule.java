package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;

/// `tls.version_too_old`: the server speaks TLS 1.0/1.1 or SSL at most (RFC 8996).
final class TlsTooOldRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        return Dialogue.of(file).handshake().filter(t -> t.outcome().seen().isEmpty())
                .filter(t -> t.legacy().isPresent() || versionRefused(t)).stream()
                .map(t -> Finding.of(Code.TLS_VERSION_TOO_OLD, t.legacy().isPresent() ? 0.95 : 0.8,
                        Facts.of("protocol", t.legacy().orElse("")), t));
    }

    /// We offer TLS 1.2 and 1.3. The alert protocol_version (RFC 8446 §6.2) says that neither is known there.
    private static boolean versionRefused(TlsHandshake handshake) {
        return handshake.outcome() instanceof Outcome.Failed<?>(var how, var raw) && how == Failure.TLS_ALERT
                && raw.contains("protocol_version");
    }
}
