package org.mailmedic.diagnosis.rules;

import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.PairRule;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.NameAnswers;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Evidence.NameLookup;
import org.mailmedic.evidence.Evidence.TcpConnect;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.AddressText;
import org.mailmedic.plan.Route;

/// The name means something else at the website's server: `dns.resolver_broken` where it is not found there, `dns.answer_differs` where it
/// leads to other addresses which are not the mail server. Large providers give everybody other addresses; that is fine where they work.
final class NamesDifferRule implements PairRule {
    @Override
    public Stream<Finding> examine(CaseFile here, CaseFile there) {
        NameAnswers ours = NameAnswers.of(here);
        NameAnswers theirs = NameAnswers.of(there);
        Set<InetAddress> known = ours.system().map(NameAnswers.Voice::addresses).orElse(Set.of());
        boolean reached = here.all(TcpConnect.class, Route.Role.TARGET).anyMatch(c -> c.outcome().seen().isPresent());
        if (known.isEmpty() || theirs.system().isEmpty()) {
            return Stream.empty();
        }
        NameAnswers.Voice voice = theirs.system().get();
        Facts facts = Facts.of("addresses", texts(known)).and("address", texts(voice.addresses()));
        if (!voice.answers()) {
            return voice.failures().isEmpty() ? Stream.empty()
                    : Stream.of(Finding.of(Code.DNS_RESOLVER_BROKEN, 0.92, facts.and("failure", first(voice).id()), lookups(there))
                            .fixedBy(Party.HOSTING));
        }
        boolean apart = voice.addresses().stream().noneMatch(known::contains);
        return apart && reached && !works(there)
                ? Stream.of(Finding.of(Code.DNS_ANSWER_DIFFERS, 0.92, facts, lookups(there))
                        .fixedBy(Party.HOSTING))
                : Stream.empty();
    }

    /// The server there greeted, and nothing shows that it is another one.
    private static boolean works(CaseFile there) {
        var dialogue = Dialogue.of(there);
        return dialogue.offers().isPresent() && dialogue.handshake().map(Evidence.TlsHandshake::verified).orElse(true);
    }

    private static Failure first(NameAnswers.Voice voice) {
        return voice.failures().iterator().next();
    }

    private static Stream<NameLookup> lookups(CaseFile file) {
        return file.all(NameLookup.class).filter(NameLookup::bySystem);
    }

    private static String texts(Set<InetAddress> addresses) {
        return addresses.stream().limit(4).map(AddressText::of).collect(Collectors.joining(", "));
    }
}
