package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.UnusableSignIn;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.settings.Login;

/// `auth.mechanism_unsupported`: nothing offered that works with what was given, or not the one mechanism that was forced.
final class MechanismUnsupportedRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        return UnusableSignIn.in(file).filter(u -> !u.offered().isEmpty())
                .filter(u -> !u.onlyOauth() || file.settings().login() instanceof Login.AccessToken).stream()
                .map(u -> Finding.of(Code.AUTH_MECHANISM_UNSUPPORTED, 0.92,
                        u.facts().and("mechanism", file.settings().mechanism().orElse("")), u.signIn(), u.hello()));
    }
}
