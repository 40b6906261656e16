package org.mailmedic.probe;

import java.io.IOException;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.Evidence.EnvelopeReply;
import org.mailmedic.evidence.Evidence.Part;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Failures;
import org.mailmedic.settings.EmailAddress;

/// Names the sender and the recipient (RFC 5321 §3.3). Nothing is sent by that; RSET takes it back (§4.1.1.5).
public final class EnvelopeProbe {
    private final Instruments instruments;

    public EnvelopeProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    public EnvelopeReply sender(Visit visit, EmailAddress from, Capabilities offered) {
        boolean needsUtf8 = !from.toString().chars().allMatch(c -> c < 128) && offered.offers("SMTPUTF8");
        return ask(visit, Part.SENDER, "MAIL FROM:<" + from + ">" + (needsUtf8 ? " SMTPUTF8" : ""));
    }

    public EnvelopeReply recipient(Visit visit, EmailAddress to) {
        return ask(visit, Part.RECIPIENT, "RCPT TO:<" + to + ">");
    }

    /// Takes the envelope back, so that a message can follow.
    public Outcome<Reply> reset(Visit visit) {
        try {
            return Outcome.of(visit.dialogue().command("RSET", instruments.step()));
        } catch (IOException problem) {
            return Failures.talking(problem);
        }
    }

    private EnvelopeReply ask(Visit visit, Part part, String command) {
        long start = instruments.now();
        Outcome<Reply> outcome;
        try {
            outcome = Outcome.of(visit.dialogue().command(command, instruments.step()));
        } catch (IOException problem) {
            outcome = Failures.talking(problem);
        }
        return new EnvelopeReply(visit.route(), part, instruments.since(start), outcome);
    }
}
