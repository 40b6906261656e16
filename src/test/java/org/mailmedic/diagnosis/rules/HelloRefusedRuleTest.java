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

final class HelloRefusedRuleTest {
    private static final Rule RULE = new HelloRefusedRule(new ReplyFindings(new ReplyReader()));

    @Test
    void refused() {
        assertEquals(List.of(Code.SMTP_HELLO_REJECTED), Cases.starttls().greets("220 x").helloRefused("550 no").codesBy(RULE));
    }

    @Test
    void ourNameIsRefused() {
        assertEquals(List.of(Code.SMTP_HELLO_REJECTED), Cases.starttls().greets("220 x")
                .helloRefused("504 5.5.2 Helo command rejected: need fully-qualified hostname").codesBy(RULE));
    }

    @Test
    void busy() {
        assertEquals(List.of(Code.SMTP_OVERLOADED), Cases.starttls().greets("220 x").helloRefused("421 too many connections")
                .codesBy(RULE));
    }

    @Test
    void accepted() {
        assertEquals(List.of(), Cases.starttls().greets("220 x").hello("SIZE 100").codesBy(RULE));
    }

    @Test
    void acceptedWithoutExtensions() {
        assertEquals(List.of(), Cases.starttls().greets("220 x").hello().codesBy(RULE));
    }

    @Test
    void broken() {
        assertEquals(List.of(), Cases.starttls().greets("220 x").noHello(Failure.CLOSED).codesBy(RULE));
    }

    /// 421 may mean that it is busy; where another name is taken it did not.
    @Test
    void itHangsUpOnOurNameAlone() {
        Cases hungUp = Cases.starttls().greets("220 mail.example.org ESMTP").helloRefused("421 closing connection");
        assertEquals(List.of(Code.SMTP_OVERLOADED), hungUp.diagnoses());
        Cases taken = hungUp.helloByName("example.org");
        assertEquals(List.of(Code.SMTP_HELLO_REJECTED), taken.diagnoses());
        assertEquals("example.org", taken.diagnosis().diagnoses().getFirst().facts().get("name"));
    }

    @Test
    void itMindsOurNameLater() {
        Cases minds = Cases.plain().from("me@example.org").greets("220 mail.example.org ESMTP").hello()
                .sender("550 5.7.1 Helo command rejected: need fully-qualified hostname");
        assertEquals(List.of(Code.SMTP_HELLO_REJECTED), minds.diagnoses());
        assertEquals("", minds.diagnosis().diagnoses().getFirst().facts().get("name"));
        assertEquals("example.org", minds.helloByName("example.org").diagnosis().diagnoses().getFirst().facts().get("name"));
    }
}
