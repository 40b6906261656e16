package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Failure;

final class HandshakeFailedRuleTest {
    private static final Rule RULE = new HandshakeFailedRule(new ReplyFindings(new ReplyReader()));

    @ParameterizedTest
    @ValueSource(strings = {"TLS_ALERT", "TLS_NO_COMMON", "TLS_BROKEN", "CLOSED", "RESET", "NOT_TLS", "TIMEOUT"})
    void afterStarttls(String how) {
        assertEquals(List.of(Code.TLS_HANDSHAKE_FAILED), Cases.starttls().upgraded().noTls(Failure.valueOf(how)).codesBy(RULE));
    }

    @Test
    void withImplicitTls() {
        assertEquals(List.of(Code.TLS_HANDSHAKE_FAILED), Cases.tls().noTls(Failure.TLS_ALERT).codesBy(RULE));
    }

    @Test
    void senselessBytes() {
        assertEquals(List.of(Code.TLS_HANDSHAKE_FAILED), Cases.tls().noTls(Failure.NOT_TLS, "\u00ff\u00fe").codesBy(RULE));
    }

    @Test
    void starttlsRefused() {
        assertEquals(List.of(Code.TLS_HANDSHAKE_FAILED), Cases.starttls().greets("220 x").hello("STARTTLS")
                .startTls("454 4.7.0 TLS not available").codesBy(RULE));
    }

    @Test
    void saysHow() {
        var facts = Cases.tls().noTls(Failure.TLS_NO_COMMON).judgedBy(RULE).getFirst().facts();
        assertEquals("tls_no_common", facts.get("failure"));
    }

    @Test
    void closedInPlaintextToo() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.CLOSED).otherMode().noGreeting(Failure.CLOSED).codesBy(RULE));
    }

    @Test
    void onlyOldTls() {
        assertEquals(List.of(), Cases.tls().onlyOldTls("TLSv1").codesBy(RULE));
    }

    @Test
    void plaintextServer() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.NOT_TLS, "220 mail.example.org ESMTP").codesBy(RULE));
    }

    @Test
    void anotherService() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.NOT_TLS, "HTTP/1.1 400").codesBy(RULE));
    }

    @Test
    void muteFromTheStart() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void injectedPlaintext() {
        assertEquals(List.of(), Cases.starttls().upgraded().noTls(Failure.PLAINTEXT_AFTER_STARTTLS).codesBy(RULE));
    }

    @Test
    void untrustedButFinished() {
        assertEquals(List.of(), Cases.starttls().upgraded().tls(certificate("x.example", CertificateProblem.EXPIRED)).codesBy(RULE));
    }
}
