package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.diagnosis.observation.FactText;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Route;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.MailPorts;
import org.mailmedic.settings.Security;

/// `smtp.interfered`: a device in between rewrites the dialogue. Seen by a starred-out greeting, capabilities or our
/// own commands turned into X'es, or plaintext after STARTTLS. As long as the conversation gets through encrypted it is a warning.
///
/// A STARTTLS that is missing is interference only on solid grounds: the provider's book says that this door has it, or the very same
/// server offers the very same list, but with STARTTLS, at another plaintext port, or does not even know EHLO here (RFC 5321 §3.2). Port 25
/// alone is often set up without STARTTLS, so lists are not compared from there.
final class InterferedRule implements Rule {
    private static final Pattern MASKED = Pattern.compile("^X{4,}[A-Z]?$|^XXX[A-Z]$");

    private static final Pattern CROSSED_OUT = Pattern.compile("\\bX{4,}\\b");
    private static final String STARTTLS = "STARTTLS";

    private final ProviderBook book;

    InterferedRule(ProviderBook book) {
        this.book = book;
    }

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        Optional<Evidence> injected = Stream.concat(dialogue.handshake().<Evidence>map(t -> t).stream(),
                        dialogue.startTls().<Evidence>map(s -> s).stream())
                .filter(e -> e.outcome().failed(Failure.PLAINTEXT_AFTER_STARTTLS)).findFirst();
        if (injected.isPresent()) {
            return Stream.of(Finding.of(Code.SMTP_INTERFERED, 0.92, Facts.of("failure", Failure.PLAINTEXT_AFTER_STARTTLS.id()),
                    injected.get()));
        }
        Optional<Finding> shifted = outOfTurn(file, dialogue);
        if (shifted.isPresent()) {
            return shifted.stream();
        }
        Stream<Evidence> starred = dialogue.greeting().filter(g -> g.outcome().seen().filter(InterferedRule::starred).isPresent())
                .<Evidence>map(g -> g).stream();
        Stream<Evidence> masked = file.target(Evidence.Hello.class, h -> h.outcome().seen().filter(InterferedRule::masked).isPresent())
                .<Evidence>map(h -> h).stream();
        Stream<Evidence> crossedOut = dialogue.startTls().filter(s -> s.outcome().seen().filter(InterferedRule::crossedOut).isPresent())
                .<Evidence>map(s -> s).stream();
        return Stream.concat(Stream.of(starred, masked, crossedOut).flatMap(s -> s).map(seen -> finding(seen, dialogue)),
                stripped(file, dialogue)).limit(1);
    }

    /// A reply that came too early, or one that asks for more where there is no more (RFC 5321 §4.3.2): somebody speaks in between, or the
    /// server counts wrongly. As long as mail gets through all the same it is a warning.
    private static Optional<Finding> outOfTurn(CaseFile file, Dialogue dialogue) {
        Stream<Evidence> early = file.target(Evidence.Unasked.class).<Evidence>map(u -> u).stream();
        Stream<Evidence> wanting = Stream.of(dialogue.hello()
                .filter(h -> h.outcome().seen().filter(c -> c.reply().intermediate()).isPresent()),
                        dialogue.startTls().filter(s -> s.outcome().seen().filter(Reply::intermediate).isPresent()),
                        dialogue.envelope(Evidence.Part.SENDER).filter(e -> e.outcome().seen().filter(Reply::intermediate).isPresent()),
                        dialogue.envelope(Evidence.Part.RECIPIENT).filter(e -> e.outcome().seen().filter(Reply::intermediate).isPresent()))
                .flatMap(found -> found.<Evidence>map(e -> e).stream());
        return Stream.concat(wanting, early).findFirst().map(seen -> {
            Finding finding = Finding.of(Code.SMTP_INTERFERED, 0.8, Facts.of("seen", "unasked"), seen).at(seen.stage());
            return dialogue.encrypted() && seen instanceof Evidence.Unasked ? finding.asWarning() : finding;
        });
    }

    private Stream<Finding> stripped(CaseFile file, Dialogue dialogue) {
        Optional<Evidence.Hello> without = dialogue.hello().filter(h -> !h.encrypted() && dialogue.offers().isPresent())
                .filter(_ -> dialogue.offers().filter(offers -> offers.offers(STARTTLS)).isEmpty());
        if (without.isEmpty()) {
            return Stream.empty();
        }
        int port = file.plan().port();
        boolean known = book.byHost(file.plan().host()).stream().flatMap(p -> p.servers().stream())
                .anyMatch(s -> s.port() == port && s.security() == Security.STARTTLS);
        Set<String> seen = keywords(dialogue.offers().get());
        boolean crippled = without.get().verb().equals("HELO");
        Stream<Evidence.Hello> twins = port == MailPorts.BETWEEN_SERVERS && !crippled ? Stream.empty()
                : file.all(Evidence.Hello.class, Route.Role.OTHER_PORT)
                .filter(h -> !h.encrypted() && h.outcome().seen().filter(c -> c.offers(STARTTLS) && (crippled || keywords(c).equals(seen))
                        && c.domain().equalsIgnoreCase(dialogue.offers().get().domain())).isPresent());
        List<Evidence.Hello> because = Stream.concat(without.stream(), twins).toList();
        return known || because.size() > 1 ? Stream.of(Finding.of(Code.SMTP_INTERFERED, known ? 0.85 : 0.75, Facts.of("seen", "stripped"),
                because.stream())) : Stream.empty();
    }

    /// What is offered, apart from STARTTLS and from what ports rightly differ in.
    private static Set<String> keywords(Capabilities offers) {
        return offers.lines().stream().map(line -> line.strip().split("[ =]", 2)[0].toUpperCase(Locale.ROOT))
                .filter(word -> !word.equals(STARTTLS) && !word.equals("AUTH")).collect(Collectors.toSet());
    }

    private static Finding finding(Evidence seen, Dialogue dialogue) {
        String words = seen instanceof Evidence.Greeting g ? FactText.quote(g.outcome().seen().orElseThrow()) : "";
        Finding finding = Finding.of(Code.SMTP_INTERFERED, 0.9, Facts.of("banner", words), seen);
        return dialogue.encrypted() ? finding.asWarning() : finding;
    }

    private static boolean starred(Reply greeting) {
        return greeting.lines().stream().anyMatch(InterferedRule::starred);
    }

    /// Stars in a row, with blanks and digits at most between them and around.
    private static boolean starred(String line) {
        return line.contains("******") && line.chars().allMatch(c -> c == '*' || c >= '0' && c <= '9' || Character.isWhitespace(c));
    }

    /// A line of the list, or our own command as the server got it to see.
    private static boolean masked(Capabilities offers) {
        if (!offers.reply().positive()) {
            return crossedOut(offers.reply());
        }
        return offers.lines().stream().anyMatch(line -> MASKED.matcher(line.strip().split("\\s", 2)[0]).matches());
    }

    private static boolean crossedOut(Reply refusal) {
        return !refusal.positive() && CROSSED_OUT.matcher(refusal.text()).find();
    }
}
