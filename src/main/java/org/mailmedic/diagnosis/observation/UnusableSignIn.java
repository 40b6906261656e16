package org.mailmedic.diagnosis.observation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Outcome;

/// A sign-in that was not even tried, because nothing the server offers could have worked.
///
/// @param offered the SASL mechanisms on offer
public record UnusableSignIn(Evidence.SignIn signIn, Evidence.Hello hello, List<String> offered) {
    private static final Set<String> OAUTH = Set.of("XOAUTH2", "OAUTHBEARER", "XOAUTH");

    public static Optional<UnusableSignIn> in(CaseFile file) {
        var dialogue = Dialogue.of(file);
        return dialogue.signIn().filter(s -> s.outcome() instanceof Outcome.Skipped<?>(var why) && why == Outcome.Reason.CANNOT_SUCCEED)
                .flatMap(s -> dialogue.hello().flatMap(h -> h.outcome().seen()
                        .map(offers -> new UnusableSignIn(s, h, offers.mechanisms()))));
    }

    public boolean onlyOauth() {
        return !offered.isEmpty() && OAUTH.containsAll(offered);
    }

    public Facts facts() {
        return Facts.of("mechanisms", String.join(", ", offered));
    }
}
