package org.mailmedic.explain.bounce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
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

    /// As `{\\rtf1\\ansi\\ansicpg1252 hello world}\r\n` stands in \[MS-OXRTFCP\] §4.1.1, packed.
    @Test
    void richTextIsUnpackedAsTheSpecificationShows() {
        byte[] packed = HexFormat.of().parseHex("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0");

        assertEquals("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n", new String(CompressedRtf.unpacked(packed, 1000),
                StandardCharsets.US_ASCII));
        assertEquals("hello world", RichText.of(CompressedRtf.unpacked(packed, 1000), 1000));
        assertTrue(CompressedRtf.unpacked(packed, 20).length < 40);
        for (int length = 0; length < packed.length; length++) {
            assertTrue(CompressedRtf.unpacked(Arrays.copyOf(packed, length), 1000).length <= 43);
        }
    }

    @Test
    void aRunThatGoesOnOverItselfIsRepeated() {
        byte[] packed = HexFormat.of().parseHex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0");

        assertEquals("{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}", new String(CompressedRtf.unpacked(packed, 1000), StandardCharsets.US_ASCII));
    }

    /// Rich text that is not packed (\[MS-OXRTFCP\] §2.1.3.1: MELA).
    private static byte[] rich(String rtf) {
        byte[] text = rtf.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(16 + text.length).order(ByteOrder.LITTLE_ENDIAN).putInt(text.length + 12).putInt(text.length)
                .putInt(0x414C454D).putInt(0).put(text).array();
    }

    @Test
    void aBodyInRichTextOrAPageAloneIsRead() {
        var message = new SavedMessage().with(SavedMessage.SUBJECT, "Unzustellbar: Bestellung").with(SENDER, "Microsoft Outlook");
        byte[] file = message.withBytes("__substg1.0_10090102", rich("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\x y}Das Postfach des "
                + "Empf\\'e4ngers\\par ist \\u252\\'fcberf\\u252?llt.\\line}")).written();
        byte[] page = new SavedMessage().with(SavedMessage.SUBJECT, "Undeliverable").with(SENDER, "Mail Delivery Subsystem").withBytes(
                "__substg1.0_10130102", "<html><body><p>The recipient's mailbox <b>is full</b>.</p></body></html>".getBytes(
                StandardCharsets.US_ASCII)).written();

        assertTrue(OutlookMessage.source(file).orElseThrow().endsWith("\nDas Postfach des Empf\u00e4ngers\nist \u00fcberf\u00fcllt.\n"));
        assertEquals("send.mailbox_full", headline(file));
        assertEquals("send.mailbox_full", headline(page));
    }

    @Test
    void aPageInsideRichTextIsTakenOut() {
        String rtf = "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\*\\htmltag19 <html>}{\\*\\htmltag50 <body>}"
                + "\\htmlrtf {\\htmlrtf0 {\\*\\htmltag64 <p>}\\htmlrtf {\\b hidden}\\htmlrtf0 550 5.2.2 mailbox{\\*\\htmltag84 &nbsp;}\\htmlrtf \\'a0\\htmlrtf0 "
                + "full{\\*\\htmltag72 </p>}\\htmlrtf \\par}\\htmlrtf0 {\\*\\htmltag64 <p>}second{\\*\\htmltag72 </p>}}";

        String words = RichText.of(rtf.getBytes(StandardCharsets.US_ASCII), 1000);

        assertTrue(words.contains("550 5.2.2 mailbox full") && words.contains("\n") && words.endsWith("second"), words);
        assertFalse(words.contains("hidden") || words.contains("<") || words.contains("Arial"), words);
    }

    @Test
    void richTextIsBoundedHoweverItIsMade() {
        assertEquals("", RichText.of("{".repeat(100_000).getBytes(StandardCharsets.US_ASCII), 1000));
        assertTrue(RichText.of("\\par".repeat(10_000).concat("x").getBytes(StandardCharsets.US_ASCII), 100).length() <= 100);
        assertEquals("", RichText.of("\\'".getBytes(StandardCharsets.US_ASCII), 1000));
        assertEquals("", RichText.of("}}}\\u-99999999".getBytes(StandardCharsets.US_ASCII), 1000).replaceAll("\\P{Cn}", ""));
        assertEquals(0, CompressedRtf.unpacked(new byte[40], 1000).length);
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
