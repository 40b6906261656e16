package org.mailmedic.report.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.history.ChildJvm;
import org.mailmedic.settings.Secret;

/// A server may say two million letters that can be read in very many ways. The readings are not to be in memory side by side.
@Timeout(120)
final class LongTextsMaskedTest {
    private static final int LENGTH = 600_000;
    private static final String SECRET = "hunter2-FAKE";

    @Test
    void areReadInTheMemoryOfAFew() throws IOException, InterruptedException {
        var child = ChildJvm.running(LongTextsMaskedTest.class, List.of("-Xmx80m")).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor(), said);
        assertEquals("true false", said.strip());
    }

    public static void main(String[] arguments) {
        try (var redactor = new Redactor("anna@mail.example", Secret.of(SECRET))) {
            String masked = redactor.redact(manyWays() + base64(SECRET));
            System.out.println(masked.endsWith(Redactor.MASK) + " " + masked.contains(base64(SECRET)));
        }
    }

    private static String manyWays() {
        var random = new Random(1);
        var text = new StringBuilder();
        while (text.length() < LENGTH) {
            text.append(switch (random.nextInt(5)) {
                case 0 -> "plain words here";
                case 1 -> "%41\\u0042&#67;=44";
                case 2 -> HexFormat.of().formatHex("JBSWY3DPEBLW64TMMQQQ aGVsbG8gd29ybGQgaGVsbG8=".getBytes(StandardCharsets.US_ASCII));
                case 3 -> base64("68656c6c6f20776f726c64 JBSWY3DPEBLW64TMMQQQ %41");
                default -> "JBSWY3DPEBLW64TMMQQQ==== ONSWG4TFOQ======";
            }).append(' ');
        }
        return text.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
