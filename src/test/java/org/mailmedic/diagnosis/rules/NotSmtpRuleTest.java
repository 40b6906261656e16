package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Stage;

final class NotSmtpRuleTest {
    private static final Rule RULE = new NotSmtpRule();

    @ParameterizedTest
    @CsvSource({"HTTP/1.1 400 Bad Request, HTTP", "<html>, HTTP", "* OK IMAP4rev1 ready, IMAP", "+OK POP3 ready, POP3",
            "SSH-2.0-OpenSSH_9.6, SSH",
            "hello there, unknown"})
    void namesWhatAnswers(String firstBytes, String service) {
        assertEquals(service, Cases.starttls().noGreeting(Failure.NOT_SMTP, firstBytes).judgedBy(RULE).getFirst().facts().get("spoke"));
    }

    @Test
    void aFlood() {
        var facts = Cases.starttls().noGreeting(Failure.FLOOD, "xxxx").judgedBy(RULE).getFirst().facts();
        assertEquals("flood", facts.get("spoke"));
    }

    @Test
    void inPlaceOfTls() {
        var facts = Cases.tls().noTls(Failure.NOT_TLS, "HTTP/1.1 400 Bad Request").judgedBy(RULE).getFirst().facts();
        assertEquals("HTTP", facts.get("spoke"));
    }

    @Test
    void insideTls() {
        var facts = Cases.tls().tlsDone().noGreeting(Failure.NOT_SMTP, "* OK ready").judgedBy(RULE).getFirst().facts();
        assertEquals("IMAP", facts.get("spoke"));
    }

    @Test
    void insideTlsInTheOtherMode() {
        var facts = Cases.starttls().noGreeting(Failure.TIMEOUT).otherMode().tlsDone().noGreeting(Failure.NOT_SMTP, "+OK ready")
                .judgedBy(RULE).getFirst().facts();
        assertEquals("POP3", facts.get("spoke"));
    }

    @Test
    void inPlaceOfTlsInTheOtherMode() {
        assertEquals(List.of("HTTP"), Cases.starttls().noGreeting(Failure.TIMEOUT).otherMode().noTls(Failure.NOT_TLS,
                "HTTP/1.1 400 Bad Request").judgedBy(RULE).stream().map(f -> f.facts().get("spoke")).toList());
        assertEquals(List.of(), Cases.starttls().greets("220 mail.example.org ESMTP").hello("STARTTLS").otherMode()
                .noTls(Failure.NOT_TLS, "HTTP/1.1 400 Bad Request").codesBy(RULE), "it greeted");
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.TIMEOUT).otherMode().noTls(Failure.NOT_TLS,
                "220 mail.example.org ESMTP")
                .codesBy(RULE), "it is a mail server");
    }

    @Test
    void whatALookBesideMetIsNothingAgainstAServerThatGreeted() {
        assertEquals(List.of(), Cases.starttls().greets("220 mail.example.org ESMTP").hello("STARTTLS").otherMode()
                .noGreeting(Failure.NOT_SMTP, "HTTP/1.1 400 Bad Request").codesBy(RULE));
    }

    @Test
    void ftpGreetsLikeSmtp() {
        var facts = Cases.starttls().greets("220 (vsFTPd 3.0.3)").helloRefused("530 Please login with USER and PASS.").judgedBy(RULE)
                .getFirst().facts();
        assertEquals("FTP", facts.get("spoke"));
    }

    @Test
    void aServerCalledFtp() {
        assertEquals(List.of(), Cases.starttls().greets("220 ftp.example.org ESMTP Postfix").hello("STARTTLS").codesBy(RULE));
    }

    @Test
    void smtpInPlaceOfTls() {
        assertEquals(List.of(), Cases.tls().noTls(Failure.NOT_TLS, "220 mail.example.org ESMTP").codesBy(RULE));
    }

    @Test
    void senselessAnswersLater() {
        var finding = Cases.starttls().greets("220 x").noHello(Failure.FLOOD).judgedBy(RULE).getFirst();
        assertEquals(Stage.HELLO, finding.stage());
        assertEquals("flood", finding.facts().get("spoke"));
    }

    @Test
    void silence() {
        assertEquals(List.of(), Cases.starttls().noGreeting(Failure.TIMEOUT).codesBy(RULE));
    }

    @Test
    void aStarredGreeting() {
        assertEquals(List.of(), Cases.starttls().greets("220 **********").hello().codesBy(RULE));
    }

    /// It greets as a mail server does, and wants LHLO (RFC 2033 §4.1).
    @Test
    void mailboxesByLmtp() {
        assertEquals(List.of("LMTP"), Cases.starttls().greets("220 mail.example.org Dovecot ready.").helloRefused("500 5.5.1 Use LHLO")
                .judgedBy(RULE).stream().map(f -> f.facts().get("spoke")).toList());
        assertEquals(List.of("LMTP"), Cases.starttls().greets("220 mail.example.org LMTP ready").helloRefused("500 5.5.1 unknown command")
                .judgedBy(RULE).stream().map(f -> f.facts().get("spoke")).toList());
        assertEquals(List.of(), Cases.starttls().greets("220 mail.example.org ESMTP").helloRefused("500 5.5.1 unknown command")
                .judgedBy(RULE));
    }
}
