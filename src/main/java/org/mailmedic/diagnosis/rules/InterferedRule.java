package org.mailmedic.diagnosis.rules;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Reply;

/// `smtp.interfered`: a device in between rewrites the dialogue. Seen by a starred-out greeting, capabilities turned into
/// X'es, or plaintext after STARTTLS. As long as the conversation gets through encrypted it is a warning.
final class InterferedRule implements Rule {
    private static final Pattern STARS = Pattern.compile("^[*\\s0-9]*\\*{6,}[*\\s0-9]*$");
    private static final Pattern MASKED = Pattern.compile("^X{4,}[A-Z]?$|^XXX[A-Z]$");

    @Override
    public Stream<Finding> examine(CaseFile file) {
        var dialogue = Dialogue.of(file);
        Optional<Evidence> injected = Stream.concat(dialogue.handshake().<Evidence>map(t -> t).stream(),
                        dialogue.startTls().<Evidence>map(s -> s).stream())
                .filter(e -> e.outcome().failed(Failure.PLAINTEXT_AFTER_STARTTLS)).findFirst();
        if (injected.isPresent()) {
            return Stream.of(Finding.of(Code.SMTP_INTERFERED, 0.92, Facts.of("failure", Failure.PLAINTEXT_AFTER_STARTTLS.id()), injected.get()));
        }
        Stream<Evidence> starred = dialogue.greeting().filter(g -> g.outcome().seen().filter(InterferedRule::starred).isPresent())
                .<Evidence>map(g -> g).stream();
        Stream<Evidence> masked = file.target(Evidence.Hello.class, h -> h.outcome().seen().filter(InterferedRule::masked).isPresent())
                .<Evidence>map(h -> h).stream();
        return Stream.concat(starred, masked).limit(1).map(seen -> finding(seen, dialogue));
    }

    private static Finding finding(Evidence seen, Dialogue dialogue) {
        String words = seen instanceof Evidence.Greeting g ? Words.quote(g.outcome().seen().orElseThrow()) : "";
        Finding finding = Finding.of(Code.SMTP_INTERFERED, 0.9, Facts.of("banner", words), seen);
        return dialogue.encrypted() ? finding.asWarning() : finding;
    }

    private static boolean starred(Reply greeting) {
        return greeting.lines().stream().anyMatch(line -> STARS.matcher(line.strip()).matches());
    }

    private static boolean masked(Capabilities offers) {
        return offers.lines().stream().anyMatch(line -> MASKED.matcher(line.strip().split("\\s", 2)[0]).matches());
    }
}
