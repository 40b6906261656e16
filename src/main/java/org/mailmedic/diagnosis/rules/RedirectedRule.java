package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Route;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Symptom;

/// `smtp.redirected`: another server than the one asked for answers. The host is a known provider's, and both the name in
/// the greeting and the certificate belong to somebody else. One of the two alone is normal.
///
/// It need not be a known one where another port of the same address shows the right ones: one server does not have two identities, but a
/// customer's own name on shared hosting has none of its own on any port.
final class RedirectedRule implements Rule {
    /// RFC 1035 §2.3.4
    private static final int LONGEST_NAME = 253;
    private final ProviderBook book;

    RedirectedRule(ProviderBook book) {
        this.book = book;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        Optional<Evidence.TlsHandshake> handshake = dialogue.handshake()
                .filter(t -> t.certificate().filter(c -> c.has(CertificateProblem.WRONG_NAME)).isPresent());
        Optional<Evidence.Greeting> greeting = dialogue.greeting().filter(g -> g.outcome().seen().isPresent());
        if (handshake.isEmpty() || greeting.isEmpty()) {
            return Stream.empty();
        }
        CertificateFacts certificate = handshake.get().certificate().get();
        String banner = bannerName(greeting.get().outcome().seen().get());
        if (book.byHost(file.plan().host()).isEmpty()) {
            return twoIdentities(file, greeting.get(), handshake.get(), banner);
        }
        return book.byHost(file.plan().host()).filter(provider -> foreign(provider, banner))
                .filter(provider -> certificate.names().stream().allMatch(name -> foreign(provider, name))).stream()
                .map(_ -> Finding.of(Code.SMTP_REDIRECTED, 0.9, Facts.of("banner", banner)
                        .and("names", String.join(", ", certificate.names())), greeting.get(), handshake.get()).fixedBy(party(file)));
    }

    private static Stream<Finding> twoIdentities(CaseFile file, Evidence.Greeting greeting, Evidence.TlsHandshake handshake,
            String banner) {
        String own = lastTwo(file.plan().host());
        List<String> names = handshake.certificate().orElseThrow().names();
        boolean foreign = !banner.isEmpty() && !lastTwo(banner).equals(own) && names.stream().noneMatch(name -> lastTwo(name).equals(own));
        Optional<Evidence.Greeting> right = file.all(Evidence.Greeting.class, Route.Role.OTHER_PORT)
                .filter(g -> g.route().address().equals(greeting.route().address()))
                .filter(g -> g.outcome().seen().filter(reply -> lastTwo(bannerName(reply)).equals(own)).isPresent())
                .filter(g -> file.all(Evidence.TlsHandshake.class, Route.Role.OTHER_PORT).anyMatch(t -> t.route().equals(g.route())
                        && t.certificate().filter(c -> !c.has(CertificateProblem.WRONG_NAME)).isPresent())).findFirst();
        return foreign && !file.plan().literal() && right.isPresent() ? Stream.of(Finding.of(Code.SMTP_REDIRECTED, 0.85,
                Facts.of("banner", banner).and("names", String.join(", ", names)).and("otherPort", right.get().route().port()),
                greeting, handshake, right.get()).fixedBy(party(file))) : Stream.empty();
    }

    /// Seen from the website's own server it is its host's doing; a desktop only sees its own network.
    private static Party party(CaseFile file) {
        return file.settings().symptom() == Symptom.SERVER ? Party.HOSTING : Party.NETWORK;
    }

    /// The first word of the greeting that looks like a host name (RFC 5321 §4.2: it is the first word at all).
    private static String bannerName(Reply greeting) {
        return Stream.of(greeting.text().split("\\s+")).limit(2)
                .filter(word -> word.length() <= LONGEST_NAME && word.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"))
                .findFirst().orElse("").toLowerCase(Locale.ROOT);
    }

    /// A name of which no server or mail domain of the provider shares the last two labels. A missing name is nobody's.
    private static boolean foreign(Provider provider, String name) {
        List<String> own = Stream.concat(provider.servers().stream().map(Provider.Server::host), provider.domains().stream())
                .map(RedirectedRule::lastTwo).toList();
        return !name.isEmpty() && !own.contains(lastTwo(name));
    }

    private static String lastTwo(String name) {
        String[] labels = name.toLowerCase(Locale.ROOT).split("\\.");
        return labels.length < 2 ? name : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }
}
