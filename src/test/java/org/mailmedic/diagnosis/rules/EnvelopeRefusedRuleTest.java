package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.plan.Stage;

final class EnvelopeRefusedRuleTest {
    private static final Rule RULE = new EnvelopeRefusedRule(new ReplyFindings(new ReplyReader()));

    @Test
    void wantsASignIn() {
        assertEquals(List.of(Code.AUTH_REQUIRED), Cases.upToEncryptedHello().sender("530 5.7.0 Authentication required").codesBy(RULE));
    }

    @Test
    void starttlsFirstInsideTlsCanOnlyMeanASignIn() {
        assertEquals(List.of(Code.AUTH_REQUIRED), Cases.upToEncryptedHello().sender("530 5.7.0 Must issue a STARTTLS command first")
                .codesBy(RULE));
    }

    @Test
    void starttlsFirst() {
        assertEquals(List.of(Code.TLS_STARTTLS_REQUIRED), Cases.plain().greets("220 x").hello("STARTTLS")
                .sender("530 5.7.0 Must issue a STARTTLS command first").codesBy(RULE));
    }

    @Test
    void aBare530WhereStarttlsIsOffered() {
        assertEquals(List.of(Code.TLS_STARTTLS_REQUIRED), Cases.plain().greets("220 x").hello("STARTTLS").sender("530 no").codesBy(RULE));
    }

    @Test
    void aBare530InsideTls() {
        assertEquals(List.of(Code.AUTH_REQUIRED), Cases.upToEncryptedHello().sender("530 no").codesBy(RULE));
    }

    @Test
    void wordsThatAskForASignInBeforeEncryption() {
        assertEquals(List.of(Code.AUTH_REQUIRED), Cases.plain().greets("220 x").hello("STARTTLS")
                .sender("530 5.7.0 Authentication required").codesBy(RULE));
    }

    @Test
    void refusesToRelayForAStranger() {
        assertEquals(List.of(Code.AUTH_REQUIRED), Cases.upToEncryptedHello().sender("250 ok").recipient("554 5.7.1 Relay access denied")
                .codesBy(RULE));
    }

    @Test
    void refusesToRelayThoughSignedIn() {
        assertEquals(List.of(Code.SEND_RELAY_DENIED), Cases.upToEncryptedHello().password().signsIn("235 ok").sender("250 ok")
                .recipient("554 5.7.1 Relay access denied").codesBy(RULE));
    }

    @Test
    void refusesToRelayAndOffersNoSignIn() {
        assertEquals(List.of(Code.SEND_RELAY_DENIED), Cases.starttls().upgraded().tlsDone().helloInTls().sender("250 ok")
                .recipient("554 5.7.1 Relay access denied").codesBy(RULE));
    }

    @Test
    void notYourSender() {
        assertEquals(List.of(Code.SEND_SENDER_REJECTED), Cases.upToEncryptedHello().password().signsIn("235 ok")
                .sender("553 5.7.1 Sender address rejected: not owned by user me").codesBy(RULE));
    }

    @Test
    void theStageIsWhereTheReplyCame() {
        assertEquals(Stage.RECIPIENT, Cases.upToEncryptedHello().sender("250 ok").recipient("450 4.2.0 Greylisted").judgedBy(RULE)
                .getFirst().stage());
    }

    @Test
    void theCauseDecidesWhoCanFixIt() {
        assertEquals(Party.RECIPIENT, Cases.upToEncryptedHello().sender("250 ok").recipient("552 5.2.2 mailbox full").judgedBy(RULE)
                .getFirst().party());
    }

    @Test
    void onlyTheFirstRefusalCounts() {
        assertEquals(List.of(Code.SEND_SENDER_REJECTED), Cases.upToEncryptedHello().sender("550 5.1.8 sender rejected")
                .recipient("503 5.5.1 MAIL first").codesBy(RULE));
    }

    @Test
    void accepted() {
        assertEquals(List.of(), Cases.upToEncryptedHello().sender("250 ok").recipient("250 ok").codesBy(RULE));
    }

    @Test
    void dropped() {
        assertEquals(List.of(), Cases.upToEncryptedHello().envelope(Evidence.Part.SENDER, Outcome.failed(Failure.CLOSED, ""))
                .codesBy(RULE));
    }

    /// What it misses in the order of commands is the sign-in that it offers.
    @Test
    void theOrderOfCommandsIsNoFaultOfTheSender() {
        Cases offers = Cases.starttls().from("me@example.org").upgraded().tlsDone().helloInTls("AUTH PLAIN LOGIN");
        assertEquals(List.of(Code.AUTH_REQUIRED), offers.sender("503 5.5.1 Bad sequence of commands").diagnoses());
        assertEquals(List.of(Code.AUTH_REQUIRED), Cases.starttls().from("me@example.org").upgraded().tlsDone()
                .helloInTls("AUTH PLAIN LOGIN").sender("250 ok").recipient("503 Valid RCPT command must precede DATA").diagnoses());
        assertNotEquals(List.of(Code.AUTH_REQUIRED), Cases.starttls().from("me@example.org").upgraded().tlsDone().helloInTls()
                .sender("503 5.5.1 Bad sequence of commands").diagnoses(), "no sign-in is offered");
        assertNotEquals(List.of(Code.AUTH_REQUIRED), Cases.starttls().password().upgraded().tlsDone().helloInTls("AUTH PLAIN")
                .signsIn("235 ok").sender("503 5.5.1 Bad sequence of commands").diagnoses(), "it was signed in");
        assertEquals(List.of(Code.SEND_SENDER_REJECTED), Cases.starttls().from("me@example.org").upgraded().tlsDone()
                .helloInTls("AUTH PLAIN").sender("553 5.1.8 Sender address rejected").diagnoses());
    }
}
