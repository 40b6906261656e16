package org.mailmedic.diagnosis.observation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Reply;

/// Another service whose greeting could be taken for a mail server's: file servers greet with 220 as well (RFC 959 §4.2), news servers
/// with 200 or 201 (RFC 3977 §5.1). That it knows no EHLO gives it away.
public final class OtherService {
    private static final int SERVICE_READY = 220;
    private static final Pattern LHLO = Pattern.compile("\\b(LHLO|LMTP)\\b", Pattern.CASE_INSENSITIVE);

    private OtherService() {}

    public static Optional<Evidence.Greeting> in(Dialogue dialogue) {
        return dialogue.greeting().filter(_ -> dialogue.hello().isPresent() && dialogue.offers().isEmpty())
                .filter(g -> g.outcome().seen().filter(OtherService::strange).isPresent() || wantsOtherHello(dialogue));
    }

    /// Mail is handed on to mailboxes in nearly the same words, of which the first is LHLO (RFC 2033 §4.1).
    public static boolean wantsOtherHello(Dialogue dialogue) {
        return dialogue.hello().flatMap(h -> h.outcome().seen()).map(Capabilities::reply)
                .filter(refusal -> !refusal.positive() && LHLO.matcher(refusal.text()).find()).isPresent();
    }

    private static boolean strange(Reply greeting) {
        return ServiceSigns.known(greeting.full()) || greeting.positive() && greeting.code() != SERVICE_READY;
    }
}
