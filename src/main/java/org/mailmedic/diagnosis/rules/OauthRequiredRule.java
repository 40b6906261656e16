package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.UnusableSignIn;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.settings.Login;

/// `auth.oauth_required`: only OAuth mechanisms are offered, and no access token was given.
final class OauthRequiredRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        return UnusableSignIn.in(file).filter(u -> u.onlyOauth() && !(file.settings().login() instanceof Login.AccessToken)).stream()
                .map(u -> Finding.of(Code.AUTH_OAUTH_REQUIRED, 0.95, u.facts(), u.signIn(), u.hello()));
    }
}
