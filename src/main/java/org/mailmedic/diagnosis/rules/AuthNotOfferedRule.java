package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.UnusableSignIn;
import org.mailmedic.evidence.CaseFile;

/// `auth.not_offered`: AUTH is not offered on this port, and credentials were given.
final class AuthNotOfferedRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        return UnusableSignIn.in(file).filter(u -> u.offered().isEmpty() && file.settings().login().hasCredentials()).stream()
                .map(u -> Finding.of(Code.AUTH_NOT_OFFERED, 0.92, Facts.none(), u.signIn(), u.hello()));
    }
}
