package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.Symptom;

/// `smtp.redirected` by comparison: an address that cannot answer does, or unrelated servers elsewhere all greet with the very words that
/// the server asked for greets with. Something in between answers in their place.
final class UnmaskedRule implements Rule {
    private static final int UNRELATED = 2;

    @Override
    public Stream<Finding> examine(CaseFile file) {
        List<TcpConnect> lured = file.all(TcpConnect.class, Route.Role.CANARY).filter(c -> c.outcome().seen().isPresent()).toList();
        var own = Dialogue.of(file).greeting().filter(g -> g.outcome().seen().isPresent());
        List<Greeting> same = own.stream().flatMap(mine -> file.all(Greeting.class, Route.Role.CONTROL)
                .filter(g -> g.outcome().seen().filter(reply -> banner(reply.text()).equals(banner(mine.outcome().seen().orElseThrow().text()))
                        && !banner(reply.text()).isEmpty()).isPresent())).toList();
        long others = same.stream().map(g -> g.route().host()).distinct().count();
        String banner = own.map(g -> banner(g.outcome().seen().orElseThrow().text())).orElse("");
        if (lured.isEmpty() && others < UNRELATED) {
            return Stream.empty();
        }
        Party party = file.settings().symptom() == Symptom.SERVER ? Party.HOSTING : Party.NETWORK;
        return Stream.of(Finding.of(Code.SMTP_REDIRECTED, 0.93, Facts.of("banner", banner),
                Stream.concat(lured.stream(), same.stream())).fixedBy(party));
    }

    /// How a server calls itself: the first word of its greeting.
    private static String banner(String greeting) {
        return greeting.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    }
}
