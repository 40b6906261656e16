package org.mailmedic.explain.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every wording with the example beside it and the one that must not be taken for it.
final class WordingsTest {
    private final Wordings wordings = new Wordings();
    private final CauseReader reader = new CauseReader();

    @TestFactory
    Stream<DynamicTest> examplesAndCounterExamples() {
        return wordings.all().stream().map(each -> DynamicTest.dynamicTest(each.cause().code() + " " + each.words(), () -> {
            assertEquals(each.cause(), wordings.read(each.example(), false).orElseThrow());
            assertEquals(each.cause().code(), reader.read(each.example(), "").code());
            String near = each.not().toLowerCase(Locale.ROOT);
            assertNotEquals(Optional.of(each), wordings.all().stream().filter(other -> other.fits(near)).findFirst(), each.not());
        }));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "host mx.b.example[192.0.2.1] said: 550 5.1.1 <a@b.example>: User unknown (in reply to RCPT TO command) | "
                + "send.recipient_rejected | recipient",
        "host mx.b.example[192.0.2.1] said: 452-4.2.2 The mailbox is full 452 4.2.2 try later (in reply to RCPT TO command) | "
                + "send.mailbox_full | recipient",
        "SASL authentication failed; server smtp.b.example[192.0.2.1] said: 535 5.7.8 Error: authentication failed | "
                + "auth.bad_credentials | sign_in",
        "delivery temporarily suspended: connect to mx.b.example[192.0.2.1]:25: Connection refused | tcp.refused | connect",
        "delivery temporarily suspended: lost connection with mx.b.example[192.0.2.1] while sending RCPT TO | smtp.dropped | recipient",
        "SMTP error from remote mail server after pipelined MAIL FROM:<a@b.example> SIZE=9: 552 5.3.4 Message size exceeds fixed limit | "
                + "send.message_too_big | sender",
        "something that nobody ever wrote | unknown | delivery",
        "'' | unknown | delivery"})
    void theWordsOfADeliveryLine(String words, String code, String stage) {
        Cause cause = reader.read(words, "");

        assertEquals(code, cause.code().id());
        assertEquals(stage, cause.stage().id());
    }

    @Test
    void theStatusCodeAloneSaysSomething() {
        assertEquals("send.mailbox_full", reader.read("bounced for a reason", "5.2.2").code().id());
        assertTrue(reader.read("bounced for a reason", "5.2.2").confidence() <= 0.7);
        assertEquals("unknown", reader.read("sent", "2.0.0").code().id());
    }
}
