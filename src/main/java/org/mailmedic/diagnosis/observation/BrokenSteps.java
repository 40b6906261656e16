package org.mailmedic.diagnosis.observation;

import java.util.stream.Stream;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Stage;

/// Where the conversation broke off after it had begun.
public final class BrokenSteps {
    private BrokenSteps() {}

    /// The steps that ended in `how`, without the two that have codes of their own: the greeting and the TLS handshake.
    public static Stream<Evidence> steps(Dialogue dialogue, Failure... how) {
        return Stream.of(dialogue.hello(), dialogue.startTls(), dialogue.signIn(), dialogue.envelope(Evidence.Part.SENDER),
                        dialogue.envelope(Evidence.Part.RECIPIENT), dialogue.message())
                .flatMap(step -> step.<Evidence>map(e -> e).stream())
                .filter(step -> Stream.of(how).anyMatch(one -> step.outcome().failed(one)));
    }

    /// A test message may have ended before the message itself; the introduction inside STARTTLS belongs to the encryption that led to it.
    public static Stage where(Evidence step) {
        return switch (step) {
            case Evidence.TestMessage message -> message.at();
            case Evidence.Hello hello when hello.encrypted() && hello.route().mode() == Mode.PLAIN -> Stage.ENCRYPT;
            default -> step.stage();
        };
    }
}
