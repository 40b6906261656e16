package org.mailmedic.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.Evidence.Hello;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.mailmedic.settings.EmailAddress;

/// Says EHLO, and HELO where EHLO is not known (RFC 5321 §3.2). We call ourselves by an address literal (§4.1.3), which strict servers
/// accept from a computer without a name of its own; the one that wants a domain gets the sender's, or the one that a computer without
/// any goes by.
public final class HelloProbe {
    private static final int SYNTAX = 500;
    private static final int NOT_IMPLEMENTED = 502;
    /// What programs say that have neither a name of their own nor a sender.
    private static final String NO_NAME = "localhost.localdomain";
    private final Instruments instruments;

    public HelloProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// @return the refused EHLO, if it was, and what counts as the answer
    public List<Hello> ask(Visit visit, boolean encrypted, Deadline deadline) {
        List<Hello> looks = new ArrayList<>();
        long start = instruments.now();
        String verb = "EHLO";
        String name = visit.route().ipv6() ? "[IPv6:::1]" : "[127.0.0.1]";
        Outcome<Capabilities> outcome;
        try {
            Reply reply = visit.dialogue().command("EHLO " + name, deadline);
            Optional<String> domain = instruments.settings().sender().map(EmailAddress::domain);
            if (wantsDomain(reply)) {
                name = domain.orElse(NO_NAME);
                reply = visit.dialogue().command("EHLO " + name, deadline);
            }
            if (reply.code() == SYNTAX || reply.code() == NOT_IMPLEMENTED) {
                looks.add(new Hello(visit.route(), encrypted, verb, instruments.since(start), Outcome.of(new Capabilities(reply))));
                verb = "HELO";
                Reply older = visit.dialogue().command("HELO " + domain.orElse(name), deadline);
                reply = older.positive() ? new Reply(older.code(), older.lines().subList(0, 1)) : older;
            }
            outcome = Outcome.of(new Capabilities(reply));
        } catch (IOException problem) {
            outcome = Failures.talking(problem);
        }
        looks.add(new Hello(visit.route(), encrypted, verb, instruments.since(start), outcome));
        return looks;
    }

    /// The name that a server may prefer to an address: the sender's domain, or the one of those that have none.
    public String otherName() {
        return instruments.settings().sender().map(EmailAddress::domain).orElse(NO_NAME);
    }

    /// Says EHLO with that name, on a connection of its own.
    public Hello askByOtherName(Visit visit, boolean encrypted, Deadline deadline) {
        long start = instruments.now();
        Outcome<Capabilities> outcome;
        try {
            outcome = Outcome.of(new Capabilities(visit.dialogue().command("EHLO " + otherName(), deadline)));
        } catch (IOException problem) {
            outcome = Failures.talking(problem);
        }
        return new Hello(visit.route(), encrypted, "EHLO", instruments.since(start), otherName(), outcome);
    }

    private static boolean wantsDomain(Reply reply) {
        return reply.code() == 501 || reply.code() == 504 || (reply.code() == 550 && reply.enhanced().orElse("").equals("5.5.2"));
    }
}
