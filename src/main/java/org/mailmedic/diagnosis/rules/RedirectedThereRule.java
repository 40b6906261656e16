package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.PairRule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.ServerReach;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.OffRoute;

/// `port.blocked_by_hosting` by redirection, as cPanel's SMTP restrictions do it: from here the server proves itself, from the website's
/// server another one answers in its place, with a greeting of another name and a certificate for other names, or with none at all.
/// A server of the same name with the same certificate is the same server, whatever is wrong with that.
final class RedirectedThereRule implements PairRule {
    @Override
    public Stream<Finding> examine(CaseFile here, CaseFile there) {
        var own = Dialogue.of(here);
        var other = Dialogue.of(there);
        Optional<Greeting> right = own.greeting().filter(g -> g.outcome().seen().isPresent());
        Optional<Greeting> wrong = other.greeting().filter(g -> g.outcome().seen().isPresent());
        if (right.isEmpty() || wrong.isEmpty() || name(right.get()).equals(name(wrong.get()))) {
            return Stream.empty();
        }
        boolean proven = own.handshake().filter(TlsHandshake::verified).isPresent();
        Optional<CertificateFacts> shown = other.handshake().flatMap(TlsHandshake::certificate);
        boolean foreign = shown.filter(c -> c.has(CertificateProblem.WRONG_NAME)).isPresent();
        boolean bare = shown.isEmpty() && own.encrypted();
        boolean machine = there.all(OffRoute.PhpLook.class).flatMap(look -> look.outcome().seen().stream())
                .anyMatch(php -> php.machine().contains(".") && php.machine().equalsIgnoreCase(name(wrong.get())));
        if (!(proven && foreign) && !(proven && bare && machine)) {
            return Stream.empty();
        }
        Facts facts = ServerReach.facts(List.of(wrong.get())).and("how", "redirected").and("banner", name(wrong.get()))
                .and("rightBanner", name(right.get())).and("names", shown.map(c -> String.join(", ", c.names())).orElse(""))
                .and("hereWorks", there.plan().port());
        return Stream.of(Finding.of(Code.PORT_BLOCKED_BY_HOSTING, machine ? 0.97 : 0.95, facts,
                Stream.concat(wrong.stream(), other.handshake().stream())));
    }

    private static String name(Greeting greeting) {
        return greeting.outcome().seen().map(reply -> reply.text().strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT)).orElse("");
    }
}
