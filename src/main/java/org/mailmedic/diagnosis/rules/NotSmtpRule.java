package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.BrokenSteps;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.diagnosis.observation.OtherService;
import org.mailmedic.diagnosis.observation.ServiceSigns;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Route;

/// `smtp.not_smtp`: something else answers, and it is named by its first bytes.
final class NotSmtpRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        // What a look beside met is nothing against a server that greeted.
        boolean greeted = dialogue.greeting().filter(g -> g.outcome().seen().isPresent()).isPresent();
        Stream<Finding> foreign = Stream.concat(dialogue.greeting().stream(),
                        file.all(Evidence.Greeting.class, Route.Role.OTHER_MODE).filter(_ -> !greeted))
                .filter(g -> g.outcome().failed(Failure.NOT_SMTP) || g.outcome().failed(Failure.FLOOD)
                        || g.outcome().seen().filter(Reply::intermediate).isPresent())
                .map(g -> finding(g, g.firstBytes(), g.outcome().failed(Failure.FLOOD)));
        Stream<Finding> insteadOfTls = dialogue.handshake()
                .filter(t -> t.implicit() && t.outcome().failed(Failure.NOT_TLS) && ServiceSigns.known(t.firstBytes())).stream()
                .map(t -> finding(t, t.firstBytes(), false));
        Stream<Finding> insteadOfTlsBeside = file.all(Evidence.TlsHandshake.class, Route.Role.OTHER_MODE)
                .filter(t -> !greeted && dialogue.greeting().isPresent() && t.outcome().failed(Failure.NOT_TLS)
                        && ServiceSigns.known(t.firstBytes()))
                .map(t -> finding(t, t.firstBytes(), false));
        Stream<Finding> stranger = OtherService.in(dialogue).stream()
                .flatMap(g -> g.outcome().seen().stream().map(reply -> OtherService.wantsOtherHello(dialogue)
                        ? finding(g, "LMTP", reply.full()) : finding(g, reply.full(), false)));
        Stream<Finding> senseless = BrokenSteps.steps(dialogue, Failure.NOT_SMTP, Failure.FLOOD)
                .map(step -> finding(step, "", step.outcome().failed(Failure.FLOOD)).at(BrokenSteps.where(step)));
        return Stream.of(foreign, insteadOfTls, insteadOfTlsBeside, stranger, senseless).flatMap(s -> s).limit(1);
    }

    private static Finding finding(Evidence seen, String firstBytes, boolean flood) {
        return finding(seen, flood ? "flood" : ServiceSigns.what(firstBytes), firstBytes);
    }

    private static Finding finding(Evidence seen, String spoke, String firstBytes) {
        return Finding.of(Code.SMTP_NOT_SMTP, 0.95, Facts.of("spoke", spoke).and("banner", FactText.oneLine(firstBytes)), seen);
    }
}
