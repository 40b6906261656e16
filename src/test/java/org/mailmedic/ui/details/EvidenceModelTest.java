package org.mailmedic.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EvidenceModelTest {
    private final EvidenceModel model = new EvidenceModel(Look.report(Look.tcp("target", "mail.example", "192.0.2.1", 587, "timeout"),
            Look.fact("id", "tls-1", "kind", "tls", "chain", List.of(Look.fact("subject", "CN=a")), "mechanisms", List.of("PLAIN", "LOGIN"),
                    "reply", Look.fact("code", 250, "text", "\u001b[2Jok"))));

    @Test
    void factsAreWrittenOneALineAndInert() {
        assertEquals("""
                tls-1
                kind: tls
                chain:
                  -
                    subject: CN=a
                mechanisms: PLAIN, LOGIN
                reply:
                  code: 250
                  text: \\x1b[2Jok
                """, model.items().getLast().text());
    }

    @Test
    void everyWordHasToBeFoundInAnyOrder() {
        assertEquals(1, model.find("TIMEOUT  587").size());
        assertEquals(1, model.find("login plain").size());
        assertEquals(0, model.find("timeout login").size());
        assertEquals(2, model.find("  ").size());
    }

    @Test
    void whatIsCopiedIsWhatIsShown() {
        assertFalse(EvidenceModel.text(model.find("tls-1")).contains("192.0.2.1"));
    }
}
