package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.Greeting;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.Symptom;

/// `smtp.redirected` by comparison: an address that cannot answer does, or unrelated servers elsewhere all greet under the very name that
/// the server asked for greets under. Something in between answers in their place.
///
/// A proven certificate shows that the right server answers in the end, whatever lies in between. A canary that only takes connections
/// may be a shield that hands them on: where anybody greets through it, that is worth knowing and stops nothing. One that answers on other
/// ports alone than the one asked about says nothing: providers often take port 25 to themselves.
final class RedirectedByComparisonRule implements Rule {
    private static final int UNRELATED = 2;
    /// What servers call themselves that do not give their name.
    private static final Set<String> NAMELESS = Set.of("", "esmtp", "smtp", "ready", "service", "welcome", "hello", "localhost",
            "localhost.localdomain", "mail", "server");

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        if (dialogue.handshake().filter(Evidence.TlsHandshake::verified).isPresent()) {
            return Stream.empty();
        }
        String own = dialogue.greeting().flatMap(RedirectedByComparisonRule::name).orElse("");
        List<TcpConnect> lured = file.all(TcpConnect.class, Route.Role.CANARY).filter(c -> c.outcome().seen().isPresent()).toList();
        boolean here = lured.stream().anyMatch(c -> c.route().port() == file.plan().port());
        if (!here) {
            lured = List.of();
        }
        List<Greeting> fromNowhere = file.all(Greeting.class, Route.Role.CANARY).filter(g -> here && g.outcome().seen().isPresent())
                .toList();
        List<Greeting> same = file.all(Greeting.class, Route.Role.CONTROL)
                .filter(g -> !own.isEmpty() && name(g).filter(own::equals).isPresent())
                .filter(g -> unrelated(file, g.route())).toList();
        boolean everywhere = same.stream().map(g -> g.route().host()).distinct().count() >= UNRELATED;
        String banner = own.isEmpty() ? fromNowhere.stream().flatMap(g -> name(g).stream()).findFirst().orElse("") : own;
        List<Evidence> because = Stream.of(lured, fromNowhere, everywhere ? same : List.<Evidence>of()).flatMap(List::stream)
                .map(seen -> (Evidence) seen).toList();
        if (because.isEmpty()) {
            return Stream.empty();
        }
        boolean greets = everywhere || !fromNowhere.isEmpty();
        Finding finding = Finding.of(Code.SMTP_REDIRECTED, greets ? 0.93 : 0.75, Facts.of("banner", banner)
                .and("seen", greets ? "" : "connects"),
                because.stream()).fixedBy(file.settings().symptom() == Symptom.SERVER ? Party.HOSTING : Party.NETWORK);
        return Stream.of(greets || nobodyGreets(file) ? finding : finding.asWarning());
    }

    private static boolean unrelated(CaseFile file, Route control) {
        return !control.host().equalsIgnoreCase(file.plan().host())
                && file.all(TcpConnect.class, Route.Role.TARGET).noneMatch(c -> c.route().address().equals(control.address()));
    }

    private static boolean nobodyGreets(CaseFile file) {
        return file.all(Greeting.class).noneMatch(g -> g.outcome().seen().isPresent());
    }

    /// How a server calls itself: the first word of its greeting. One that was starred out, or says nothing, is no name.
    private static Optional<String> name(Greeting greeting) {
        return greeting.outcome().seen().map(reply -> reply.text().strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT))
                .filter(word -> word.matches("\\[?[a-z0-9][a-z0-9.:_-]*]?") && !NAMELESS.contains(word));
    }
}
