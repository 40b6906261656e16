package org.mailmedic.diagnosis.rules;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.plan.Stage;

/// The reply to the sign-in, by its words: wrong password, app password wanted, switched off, locked, …
final class SignInRefusedRule implements Rule {
    private final ReplyFindings refusals;

    SignInRefusedRule(ReplyFindings refusals) {
        this.refusals = refusals;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        return dialogue.signIn().stream().flatMap(s -> Stream.concat(
                s.outcome().seen().stream().flatMap(reply -> refusals.read(reply, Stage.SIGN_IN, s, dialogue).stream())
                .map(f -> atTheOtherDoor(f, file)),
                talkedPast(s)));
    }

    /// A password that opens the mailbox is right, so that sending with it is switched off, or wants a name of its own. One that does
    /// not open
    /// it either is wrong indeed.
    private static Finding atTheOtherDoor(Finding finding, CaseFile file) {
        Optional<OffRoute.MailboxSignIn> door = file.all(OffRoute.MailboxSignIn.class).filter(m -> m.outcome().seen().isPresent())
                .findFirst();
        if (finding.code() != Code.AUTH_BAD_CREDENTIALS || door.isEmpty()) {
            return finding;
        }
        boolean opens = door.get().outcome().seen().get().accepted();
        Facts facts = finding.facts().and("seen", "mailbox").and("otherHost", door.get().host());
        Code code = opens ? Code.AUTH_DISABLED_BY_PROVIDER : Code.AUTH_BAD_CREDENTIALS;
        double confidence = opens ? 0.85 : Math.max(0.97, finding.confidence());
        return new Finding(code, code.stage(), code.party(), finding.stops(), facts, confidence,
                Stream.concat(finding.because().stream(), Stream.of(door.get().id())).toList());
    }

    /// The mechanism itself did not work out between the two.
    private static Stream<Finding> talkedPast(Evidence.SignIn signIn) {
        return signIn.outcome().failure().filter(how -> how == Failure.BAD_CHALLENGE || how == Failure.SERVER_NOT_PROVEN).stream()
                .map(how -> Finding.of(Code.AUTH_MECHANISM_UNSUPPORTED, 0.6,
                        Facts.of("mechanism", signIn.mechanism()).and("failure", how.id()), signIn));
    }
}
