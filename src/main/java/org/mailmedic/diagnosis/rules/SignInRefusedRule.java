package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Stage;

/// The reply to the sign-in, by its words: wrong password, app password wanted, switched off, locked, …
final class SignInRefusedRule implements Rule {
    private final Refusals refusals;

    SignInRefusedRule(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        return dialogue.signIn().stream().flatMap(s -> Stream.concat(
                s.outcome().seen().stream().flatMap(reply -> refusals.read(reply, Stage.SIGN_IN, s, dialogue).stream()),
                talkedPast(s)));
    }

    /// The mechanism itself did not work out between the two.
    private static Stream<Finding> talkedPast(Evidence.SignIn signIn) {
        return signIn.outcome().failure().filter(how -> how == Failure.BAD_CHALLENGE || how == Failure.SERVER_NOT_PROVEN).stream()
                .map(how -> Finding.of(Code.AUTH_MECHANISM_UNSUPPORTED, 0.6,
                        Facts.of("mechanism", signIn.mechanism()).and("failure", how.id()), signIn));
    }
}
