package org.mailmedic.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.mailmedic.explain.log.LogReader;
import org.mailmedic.explain.log.MailLog;
import org.mailmedic.explain.log.SummaryDocument;
import org.mailmedic.explain.signature.SignatureBook;
import org.mailmedic.explain.signature.TextSignature;
import org.mailmedic.explain.text.PastedSecretMask;
import org.mailmedic.report.json.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts of every kind, spoiled at random: none crashes the reading or holds it up, and none brings a password out again.
///
/// The seed is reported; `-Dmailmedic.fuzz.seed=N` runs the same texts again. `-Dmailmedic.fuzz.seconds=S` says how long, 1 to 600.
@Tag("real")
final class FuzzTest {
    private static final Path SHARED = Path.of("..", "shared");
    private static final int USUAL_SECONDS = 20;
    private static final int MOST_SECONDS = 600;
    private static final int LONGEST = 24_000;
    /// Of this thread's processor for one text: a busy computer makes none longer.
    private static final Duration MOST_EACH = Duration.ofSeconds(8);
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 28, 12, 0);
    private static final String CANARY = "Kanarienvogel7hunter2";
    private static final List<String> SECRETS = secrets();
    private static final List<String> BITS = List.of("\n", "\r\n", "\r", "\0", " ", "\t", "\"", "\\", "\\n", "<br>", "<html>", "&#x41;",
            "=\n", "=3D", "> ", "550 5.1.1 ", "--b\n", "Content-Type: multipart/report; boundary=b\n", "{", "}", "[", "]", "\u001b[1m",
            "\uFEFF", "\uD83D", "\uDE00", "ß", "メール", "AUTH ", "password: ", "Mar  2 00:05:44 mail postfix/smtp[1]: ", ": ", "status=",
            "\n\n", "999999999999999999999", "-1", "4294967296", "%s", "${x}", "From a@b Sat Nov 28 11:00:00 2026\n");

    private final Explainer explainer = new Explainer();
    private final List<byte[]> seeds;

    FuzzTest() throws IOException {
        seeds = seeds();
    }

    /// The places where a password stands in what people paste, each a line of its own.
    private static List<String> secrets() {
        String plain = base64("\0anna\0" + CANARY);
        return List.of("AUTH PLAIN " + plain, "CLIENT -> SERVER: AUTH PLAIN " + plain, "C: AUTH LOGIN\nS: 334 UGFzc3dvcmQ6\nC: "
                + base64(CANARY), "smtp://anna:" + CANARY + "@smtp.example.org:587", "'password' => '" + CANARY + "',",
                "SMTP_PASSWORD=" + CANARY, "https://api.example.org/send?token=" + CANARY + "&a=b", "Authorization: Bearer " + CANARY,
                "{\"pass\": \"" + CANARY + "\"}", "Passwort: " + CANARY);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<byte[]> seeds() throws IOException {
        var texts = new ArrayList<byte[]>();
        SignatureBook.withExamples().stream()
                .flatMap(signature -> signature.examples().stream()).map(TextSignature.Example::text)
                .forEach(text -> texts.add(text.getBytes(StandardCharsets.UTF_8)));
        for (String file : List.of("corpus/errors.jsonl", "suites/postfix-lines.jsonl")) {
            if (Files.exists(SHARED.resolve(file))) {
                for (String line : Files.readAllLines(SHARED.resolve(file))) {
                    JsonNode node = JsonMapper.shared().readTree(line);
                    texts.add(node.path(node.has("text") ? "text" : "line").asString("").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        if (Files.isDirectory(SHARED.resolve("bounces"))) {
            try (Stream<Path> files = Files.list(SHARED.resolve("bounces"))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".eml")).sorted().toList()) {
                    texts.add(Files.readAllBytes(file));
                }
            }
        }
        return texts;
    }

    /// Cut, doubled, mixed with another text, and with bits of every form in between.
    private byte[] spoiled(Random random) {
        byte[] text = seeds.get(random.nextInt(seeds.size()));
        for (int changes = random.nextInt(8); changes >= 0; changes--) {
            int at = random.nextInt(text.length + 1);
            int end = Math.min(text.length, at + random.nextInt(200));
            byte[] other = seeds.get(random.nextInt(seeds.size()));
            text = switch (random.nextInt(8)) {
                case 0 -> Arrays.copyOf(text, at);
                case 1 -> Arrays.copyOfRange(text, at, text.length);
                case 2 -> joined(text, 0, at, text, end, text.length);
                case 3 -> joined(text, 0, end, text, at, text.length);
                case 4 -> joined(text, 0, at, other, random.nextInt(other.length + 1), other.length);
                case 5 -> noise(text, random);
                case 6 -> inserted(text, at, BITS.get(random.nextInt(BITS.size())).repeat(1 + random.nextInt(random.nextInt(20) == 0 ? 500
                        : 3)));
                default -> inserted(text, at, BITS.get(random.nextInt(BITS.size())));
            };
        }
        return text.length > LONGEST ? Arrays.copyOf(text, LONGEST) : text;
    }

    private static byte[] joined(byte[] one, int from, int to, byte[] other, int start, int end) {
        var all = new ByteArrayOutputStream();
        all.write(one, from, to - from);
        all.write(other, start, end - start);
        return all.toByteArray();
    }

    private static byte[] inserted(byte[] text, int at, String bit) {
        byte[] more = bit.getBytes(StandardCharsets.UTF_8);
        return joined(joined(text, 0, at, more, 0, more.length), 0, at + more.length, text, at, text.length);
    }

    private static byte[] noise(byte[] text, Random random) {
        byte[] noisy = text.clone();
        for (int i = 0; i < 5 && noisy.length > 0; i++) {
            noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
        }
        return noisy;
    }

    /// Everything that is shown or kept of it.
    private String shown(byte[] text) throws IOException {
        var shown = new StringBuilder();
        Explanation explanation = explainer.explain(text);
        explanation.causes().forEach(cause -> shown.append(cause.matched()).append('\n').append(cause.finding().facts().asMap())
                .append('\n'));
        shown.append(explanation.found()).append(explanation.situation().asMap());
        if (MailLog.looksLikeOne(text, NOW)) {
            var reading = new LogReader(NOW).read(new ByteArrayInputStream(text));
            shown.append(JsonText.line(SummaryDocument.of(reading.summary())));
            reading.findings().forEach(finding -> shown.append(finding.facts().asMap()));
        }
        return shown.toString();
    }

    @Test
    void spoiledTextsNeitherCrashNorHoldUpNorLeak(TestReporter reporter) throws IOException {
        long seed = Long.getLong("mailmedic.fuzz.seed", System.nanoTime());
        int seconds = Math.clamp(Integer.getInteger("mailmedic.fuzz.seconds", USUAL_SECONDS), 1, MOST_SECONDS);
        reporter.publishEntry(Map.of("seed", Long.toString(seed), "seconds", Integer.toString(seconds)));
        var random = new Random(seed);
        var threads = ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var wrong = new ArrayList<String>();
        long longest = 0;
        int texts = 0;
        int hidden = 0;
        for (; System.nanoTime() < end && wrong.size() < 20; texts++) {
            byte[] text = spoiled(random);
            boolean canary = random.nextBoolean();
            byte[] whole = canary ? withSecret(text, random) : text;
            long start = threads.getCurrentThreadCpuTime();
            try {
                String shown = shown(whole);
                hidden += canary && shown.contains(PastedSecretMask.DOTS) ? 1 : 0;
                if (canary && (shown.contains(CANARY) || shown.contains(base64(CANARY)) || shown.contains(base64("\0anna\0" + CANARY)))) {
                    wrong.add("leaked: " + printed(whole));
                }
            } catch (RuntimeException | StackOverflowError crash) {
                wrong.add(crash + " " + crash.getStackTrace()[0] + ": " + printed(whole));
            }
            long took = threads.getCurrentThreadCpuTime() - start;
            longest = Math.max(longest, took);
            if (took > MOST_EACH.toNanos()) {
                wrong.add("took " + Duration.ofNanos(took) + ": " + printed(whole));
            }
        }
        reporter.publishEntry(Map.of("texts", Integer.toString(texts), "hidden", Integer.toString(hidden), "longest",
                Duration.ofNanos(longest).toString()));
        assertEquals(List.of(), wrong, "seed " + seed);
        assertTrue(texts > seconds / 2, texts + " texts");
        assertTrue(hidden > 0, "the password stood in none of what is shown");
    }

    /// A password that a change has cut in two cannot be told from other words: it is put in last, in a line of its own or behind
    /// other words.
    private static byte[] withSecret(byte[] text, Random random) {
        String secret = SECRETS.get(random.nextInt(SECRETS.size()));
        return inserted(text, lineEnd(text, random), (random.nextBoolean() ? "\n" : " ") + secret + "\n");
    }

    private static int lineEnd(byte[] text, Random random) {
        int at = random.nextInt(text.length + 1);
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return at;
    }

    /// So that it can be made again: as ISO 8859-1, shortened.
    private static String printed(byte[] text) {
        String all = new String(text, StandardCharsets.ISO_8859_1).replace("\n", "\\n").replace("\0", "\\0");
        return all.length() > 1500 ? all.substring(0, 1500) + "…" : all;
    }
}
