package org.mailmedic.explain.bounce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.explain.Explainer;

@Timeout(60)
final class OutlookMessageTest {
    private static final String HEADERS = "007D";
    private static final String SENDER = "0C1A";
    private static final String STATUS = """
        Reporting-MTA: dns; mail.b.example

        Final-Recipient: rfc822; anna@c.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <anna@c.example>: Recipient address rejected: User unknown
        """;

    private static String headline(byte[] file) {
        return new Explainer().explain(file).causes().getFirst().finding().code().id();
    }

    private static SavedMessage bounce() {
        return new SavedMessage().with(SavedMessage.SUBJECT, "Undeliverable: Your order").with(SavedMessage.BODY, "Your message did not reach anna@c.example.\r\n")
                .with(HEADERS, "Received: from a.example by b.example\r\nFrom: Mail Delivery System <MAILER-DAEMON@b.example>\r\n"
                        + "To: shop@b.example\r\nSubject: Undeliverable: Your order\r\nContent-Type: multipart/report;\r\n"
                        + "\tboundary=\"x\"\r\nContent-Transfer-Encoding: base64\r\nMIME-Version: 1.0\r\n\r\n");
    }

    @Test
    void aBounceIsExplainedByItsAttachedStatus() {
        byte[] file = bounce().attached(STATUS.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)).written();

        assertEquals("send.recipient_rejected", headline(file));
        String source = OutlookMessage.source(file).orElseThrow();
        assertTrue(source.startsWith("Received: from a.example by b.example\nFrom: Mail Delivery System"), source);
        assertFalse(source.contains("Content-") || source.contains("boundary"), source);
    }

    @Test
    void withoutHeadersTheSenderAndTheSubjectSayWhatItIs() {
        byte[] file = new SavedMessage().with(SavedMessage.SUBJECT, "Delivery Status Notification (Failure)").with(SENDER, "Mail Delivery Subsystem")
                .with(SavedMessage.BODY, "The response was:\n552 5.2.2 The email account that you tried to reach is over quota.\n").written();

        assertEquals("send.mailbox_full", headline(file));
    }

    @Test
    void olderOnesAreInACodePage() {
        byte[] body = "Die Nachricht konnte nicht zugestellt werden: 550 5.1.1 Empf\u00e4nger unbekannt".getBytes(
                Charset.forName("windows-1252"));
        byte[] file = new SavedMessage().with(SavedMessage.SUBJECT, "Unzustellbar: Bestellung").withBytes("__substg1.0_1000001E", body).written();

        assertTrue(OutlookMessage.source(file).orElseThrow().contains("Empf\u00e4nger unbekannt"));
        assertEquals("send.recipient_rejected", headline(file));
    }

    @Test
    void longWordsStandInLargeSectors() {
        String line = "This line tells nothing at all of what has happened.\n";
        byte[] file = bounce().with(SavedMessage.BODY, "").with("1001", line.repeat(400)).attached((line.repeat(400) + STATUS)
                .getBytes(StandardCharsets.US_ASCII)).written();

        assertTrue(OutlookMessage.source(file).orElseThrow().endsWith(STATUS + "\n"));
    }

    @Test
    void picturesAndOtherFilesAreLeftAside() {
        byte[] picture = new byte[600];
        byte[] words = "550 5.1.1 in a picture".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(words, 0, picture, 300, words.length);

        assertFalse(OutlookMessage.source(bounce().attached(picture).written()).orElseThrow().contains("in a picture"));
        assertEquals(Optional.empty(), OutlookMessage.source(new SavedMessage().withBytes("WordDocument", picture).written()));
        assertEquals(Optional.empty(), OutlookMessage.source(STATUS.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void sectorsThatNameThemselvesAreFollowedNoFurtherThanTheFileGoes() {
        byte[] file = bounce().attached("x".repeat(9000).getBytes(StandardCharsets.US_ASCII)).written();
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int table = (bytes.getInt(0x4C) + 1) * 512;
        for (int i = 0; i < 128; i++) {
            bytes.putInt(table + 4 * i, i);
        }

        assertTrue(OutlookMessage.source(file).map(String::length).orElse(0) < 300_000);

        bytes.putInt(0x44, 0);
        Arrays.fill(file, 512, table, (byte) 0);
        assertEquals(Optional.empty(), OutlookMessage.source(file));
    }

    @Test
    void cutAndSpoiledFilesNeverBreakIt() {
        byte[] whole = bounce().attached(STATUS.getBytes(StandardCharsets.US_ASCII)).attached(new byte[5000]).written();
        for (int length = 0; length < whole.length; length += 97) {
            assertTrue(OutlookMessage.source(Arrays.copyOf(whole, length)).map(String::length).orElse(0) < 300_000);
        }
        var random = new Random(11);
        int read = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] spoiled = whole.clone();
            for (int changes = random.nextInt(12); changes >= 0; changes--) {
                int at = random.nextInt(random.nextBoolean() ? 512 : spoiled.length);
                spoiled[at] = (byte) (random.nextInt(4) == 0 ? 0xff : random.nextInt(256));
            }
            spoiled[0] = whole[0];
            read += OutlookMessage.source(spoiled).isPresent() ? 1 : 0;
        }
        assertTrue(read > 300, read + " of the spoiled ones still tell something");
    }
}
