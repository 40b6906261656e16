package org.mailmedic.probe;

import org.mailmedic.evidence.Evidence.TestMessage;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.smtp.MessageSender;
import org.mailmedic.plan.Stage;

/// Sends one real test message to the recipient, on the connection that is signed in already.
public final class TestMessageProbe {
    private final Instruments instruments;

    public TestMessageProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// The connection was no longer good for a message.
    public TestMessage without(Visit visit, Outcome<Reply> because) {
        return new TestMessage(visit.route(), Stage.MESSAGE, instruments.since(instruments.now()), because);
    }

    public TestMessage send(Visit visit, MessageSender.Letter letter) {
        long start = instruments.now();
        MessageSender.Result result = MessageSender.send(visit.dialogue(), visit.transcript(), letter, instruments.step());
        return new TestMessage(visit.route(), result.at(), instruments.since(start), result.outcome());
    }
}
