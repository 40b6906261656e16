package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class TcpResetRuleTest {
    private static final Rule RULE = new TcpResetRule();

    @Test
    void afterAccepting() {
        assertEquals(List.of(Code.TCP_RESET), Cases.starttls().noGreeting(Failure.RESET).codesBy(RULE));
    }

    @Test
    void whileConnecting() {
        assertEquals(List.of(Code.TCP_RESET), Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.RESET)
                .codesBy(RULE));
    }

    @Test
    void aPlainCloseIsADrop() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.CLOSED).codesBy(RULE));
    }

    @Test
    void afterFirstBytes() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.RESET, "220-mail").codesBy(RULE));
    }

    @Test
    void inBothModes() {
        assertEquals(List.of(Code.TCP_RESET), Cases.tls().noTls(Failure.RESET).otherMode().noGreeting(Failure.RESET).codesBy(RULE));
    }

    /// Whether the reset met our ClientHello on the way or not is chance.
    @Test
    void beforeTheFirstByteOfTls() {
        assertEquals(List.of(Code.TCP_RESET), Cases.tls().noTls(Failure.RESET).codesBy(RULE));
        assertEquals(List.of(Code.TCP_RESET), Cases.tls().noTls(Failure.RESET).diagnoses());
        assertEquals(List.of(Code.TLS_MODE_MISMATCH), Cases.tls().noTls(Failure.RESET).otherMode().greets("220 mail.example.org ESMTP")
                .diagnoses(), "it greets in plaintext");
    }

    @Test
    void inTheTlsHandshake() {
        assertEquals(List.of(), Cases.tls().noTlsInTheMiddle(Failure.RESET).codesBy(RULE));
        assertEquals(List.of(Code.TLS_HANDSHAKE_FAILED), Cases.tls().noTlsInTheMiddle(Failure.RESET).diagnoses());
        assertEquals(List.of(Code.TLS_HANDSHAKE_FAILED), Cases.starttls().upgraded().noTls(Failure.RESET).diagnoses(), "after STARTTLS");
    }

    @Test
    void insideTls() {
        assertEquals(List.of(), Cases.tls().tlsDone().noGreeting(Failure.RESET).codesBy(RULE));
    }

    @Test
    void later() {
        assertEquals(List.of(), Cases.starttls().greets("220 x").noHello(Failure.RESET).codesBy(RULE));
    }

    @Test
    void surerWhereControlsGreet() {
        double alone = Cases.starttls().noGreeting(Failure.RESET).judgedBy(RULE).getFirst().confidence();
        double compared = Cases.starttls().noGreeting(Failure.RESET).control("one.example", "198.51.100.1", 587).connected()
                .greets("220 one.example").judgedBy(RULE).getFirst().confidence();
        double shared = Cases.starttls().noGreeting(Failure.RESET).control("one.example", "198.51.100.1", 587).connected()
                .noGreeting(Failure.RESET).judgedBy(RULE).getFirst().confidence();
        assertTrue(compared > alone && alone > shared);
    }
}
