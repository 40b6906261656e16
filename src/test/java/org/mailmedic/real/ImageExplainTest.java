package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The image's `explain` on texts of every character set: what a JDK has, a runtime that was linked for the program need not have.
@Tag("real")
final class ImageExplainTest {
    private static final Path BOUNCES = Path.of("..", "shared", "bounces");
    private static final int AT_ONCE = 60;

    private static Command.Result explain(List<Path> files) {
        assertTrue(Files.isExecutable(ImageCli.PATH), () -> "the image is not built: " + ImageCli.PATH);
        var words = new ArrayList<Object>(List.of(ImageCli.PATH, "explain", "--format", "json"));
        words.addAll(files);
        return Command.of(words.toArray()).run();
    }

    private static JsonNode headline(Command.Result result) {
        return JsonMapper.shared().readTree(result.out()).path("explanations").path(0);
    }

    /// The words of two lines of Japanese are the fact of the test: read as anything else they would be escapes and Latin letters.
    @Test
    void japaneseInItsSevenBitForm(@TempDir Path folder) throws IOException {
        Path text = folder.resolve("bounce.txt");
        Files.write(text, "メールを送信できませんでした\n550 5.1.1 <taro@example.jp>: 宛先が見つかりません\n"
                .getBytes(Charset.forName("ISO-2022-JP")));
        Command.Result result = explain(List.of(text));
        assertEquals(0, result.code(), result.err());
        assertEquals("", result.err());
        assertEquals("send.recipient_rejected", headline(result).path("code").asString(), result.out());
        assertTrue(headline(result).path("matched").asString().contains("宛先が見つかりません"), result.out());
    }

    @Test
    void oldCodePagesInAMail(@TempDir Path folder) throws IOException {
        Path text = folder.resolve("bounce.eml");
        Files.write(text, ("From: MAILER-DAEMON@example.jp\nSubject: Undelivered Mail\nContent-Type: text/plain; charset=Shift_JIS\n"
                + "Content-Transfer-Encoding: 8bit\n\n<taro@example.jp>: host mx.example.jp[192.0.2.1] said: 550 5.1.1 宛先不明\n")
                .getBytes(Charset.forName("Shift_JIS")));
        Command.Result result = explain(List.of(text));
        assertEquals(0, result.code(), result.err());
        assertEquals("send.recipient_rejected", headline(result).path("code").asString(), result.out());
    }

    /// One that is not plain ASCII is read alone, since its bytes decide as what they are read; the others a few together.
    @Test
    void everyBounceAtHand() throws IOException {
        assumeTrue(Files.isDirectory(BOUNCES), BOUNCES + " is not at hand");
        var alone = new ArrayList<Path>();
        var together = new ArrayList<Path>();
        try (Stream<Path> files = Files.list(BOUNCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".eml")).sorted().toList()) {
                (plain(Files.readAllBytes(file)) ? together : alone).add(file);
            }
        }
        List<List<Path>> calls = new ArrayList<>(alone.stream().map(List::of).toList());
        for (int i = 0; i < together.size(); i += AT_ONCE) {
            calls.add(together.subList(i, Math.min(together.size(), i + AT_ONCE)));
        }
        for (List<Path> files : calls) {
            Command.Result result = explain(files);
            assertTrue(result.code() == 0 || result.code() == 1, () -> files + ": " + result.code() + " " + result.err());
            assertEquals("", result.err(), files::toString);
        }
    }

    private static boolean plain(byte[] bytes) {
        boolean plain = true;
        for (byte each : bytes) {
            plain &= each >= 0 && each != 0x1b;
        }
        return plain;
    }
}
