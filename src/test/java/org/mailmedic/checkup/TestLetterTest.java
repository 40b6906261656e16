package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.TextBook;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.plan.Route;

/// The mail that arrives is the record of what to enter.
final class TestLetterTest {
    private static final TextBook TEXTS = TextBook.open("message", Locale.ENGLISH);

    private static String body(Cases story) {
        CaseFile file = story.with(s -> s.withTo(Checkups.address("you@example.net")).sending()).file();
        Route route = file.evidence().stream().filter(Evidence.TcpConnect.class::isInstance).findFirst().orElseThrow().onRoute()
                .orElseThrow();
        return TestLetter.of(file.settings(), TEXTS, () -> Instant.parse("2026-11-27T12:00:00.123Z")).orElseThrow()
                .written(file.evidence(), route).body();
    }

    @Test
    void namesTheSettingsThatWorked() {
        String body = body(Cases.upToEncryptedHello().password().signsIn("235 ok").sender("250 ok"));
        assertTrue(body.contains("Server: mail.example.org, port 587 (address 192.0.2.1)"), body);
        assertTrue(body.contains("Encryption: STARTTLS, TLSv1.3, TLS_AES_128_GCM_SHA256"), body);
        assertTrue(body.contains("Sign-in: PLAIN"), body);
        assertTrue(body.contains("connected in 20 ms, greeting 20 ms"), body);
        assertTrue(body.contains("Sent: 2026-11-27T12:00:00Z"), body);
        assertFalse(body.contains("secret") || body.contains("{") || body.contains("me@example.org"), body);
    }

    @Test
    void saysWhatWasNotThere() {
        String body = body(Cases.plain().from("me@example.org").greets("220 mail.example.org ESMTP").hello());
        assertTrue(body.contains("Encryption: none\nSign-in: none"), body);
        assertTrue(body(Cases.tls().tlsDone().greets("220 x")).contains("TLS from the start, TLSv1.3"));
    }

    @Test
    void nothingIsWrittenWhereNothingIsSent() {
        assertEquals(Optional.empty(), TestLetter.of(Cases.plain().file().settings(), TEXTS, Instant::now));
        assertEquals(List.of(), TestLetter.of(Cases.plain().with(s -> s.withTo(Checkups.address("you@example.net"))).file().settings(),
                TEXTS,
                Instant::now).stream().toList());
    }
}
