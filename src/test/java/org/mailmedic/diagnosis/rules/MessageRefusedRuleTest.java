package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Stage;

final class MessageRefusedRuleTest {
    private static final Rule RULE = new MessageRefusedRule(new ReplyFindings(new ReplyReader()));

    @Test
    void spam() {
        assertEquals(List.of(Code.SEND_CONTENT_REJECTED), Cases.upToEncryptedHello()
                .message(Stage.MESSAGE, "554 5.7.1 Message rejected as spam").codesBy(RULE));
    }

    @Test
    void tooBig() {
        assertEquals(List.of(Code.SEND_MESSAGE_TOO_BIG), Cases.upToEncryptedHello().message(Stage.MESSAGE, "552 5.3.4 message too big")
                .codesBy(RULE));
    }

    @Test
    void dmarc() {
        assertEquals(List.of(Code.SEND_POLICY_REJECTED), Cases.upToEncryptedHello()
                .message(Stage.MESSAGE, "550 5.7.26 unauthenticated email is not accepted due to DMARC policy").codesBy(RULE));
    }

    @Test
    void atTheStageThatEndedIt() {
        assertEquals(Stage.SENDER, Cases.upToEncryptedHello()
                .message(Stage.SENDER, "553 5.7.1 Sender address rejected: not owned by user me").judgedBy(RULE).getFirst().stage());
    }

    @Test
    void taken() {
        assertEquals(List.of(), Cases.upToEncryptedHello().message(Stage.MESSAGE, "250 2.0.0 queued").codesBy(RULE));
    }

    @Test
    void dropped() {
        assertEquals(List.of(), Cases.upToEncryptedHello().message(Stage.MESSAGE, Failure.CLOSED).codesBy(RULE));
    }
}
