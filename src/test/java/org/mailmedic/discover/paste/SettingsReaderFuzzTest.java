package org.mailmedic.discover.paste;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.discover.slip.Slips;
import org.mailmedic.provider.ProviderBook;

/// Damages texts in every way and reads them: nothing breaks, nothing takes long, and the password is in nothing that is shown.
///
/// A few seconds in every build, with the same texts each time. Ten minutes with new ones: `mvn -o test -Dtest=SettingsReaderFuzzTest
/// -Dmailmedic.fuzz.seconds=600`.
final class SettingsReaderFuzzTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /// Stands in the password, written as it is or percent-encoded.
    private static final String HEART = "Zaunkoenig";
    private static final String MARKS = "'\"=:;,.<>()[]{}|\\/@#$%&*+-_~`^!? \t\n\r\0\u00A0\u200B\uFEFF“”‘’・１２３ａｂ\uD83D";
    private static final List<String> PIECES = List.of("smtp://", "${", "}", "${A:-", "=>", "->", "define(", "user_pref(", "s:4:\"host\";",
            "a:3:{", "<?php", "\\\"", "\\'", "''''", "((((", "]:",
            "password=", "host: ", "MAIL_HOST=", "relayhost = [", "nodemailer.createTransport({", "process.env.X || ", "mail.smtp.",
                    "spring:\n  mail:\n    host: ", "port 99999999999", "://@:/", "\u202E");

    private final ProviderBook book = ProviderBook.load();
    private final SettingsReader reader = new SettingsReader(book);

    @Test
    @Tag("fuzz")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void damagedTexts(TestReporter reporter) {
        long seconds = Long.getLong("mailmedic.fuzz.seconds", 0);
        long seed = seconds > 0 ? System.nanoTime() : 7431;
        var random = new Random(seed);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        List<Snippets.Case> cases = Snippets.all();
        long rounds = 0;
        while (seconds > 0 ? System.nanoTime() < end : rounds < 20_000) {
            var text = new StringBuilder(cases.get(random.nextInt(cases.size())).text());
            if (random.nextInt(4) == 0) {
                text.insert(random.nextInt(text.length() + 1), cases.get(random.nextInt(cases.size())).text());
            }
            for (int i = random.nextInt(12); i > 0; i--) {
                damage(text, random);
            }
            check(text.toString(), seed);
            rounds++;
        }
        reporter.publishEntry("rounds", Long.toString(rounds));
        assertTrue(rounds > 1000, rounds + " rounds");
    }

    @Test
    void nothingAtAllAndPureNoise() {
        var random = new Random(1);
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.append(random.nextInt(3) == 0 ? PIECES.get(random.nextInt(PIECES.size()))
                        : String.valueOf(MARKS.charAt(random.nextInt(MARKS.length()))));
            }
            check(text.toString(), round);
        }
    }

    /// Texts made to keep a careless reader busy: each is 300,000 characters and more of one thing.
    @Test
    void endlessRepetition() {
        for (String piece : List.of("a=", "a:", "'", "\"'", "a('", "a(\n", "\\'", "host ", "=", "[", "s:1:\"", "define('", "smtp://",
                "smtp:", "@", "${", "\n", "password", "MAIL_HOST=", "a.", "a->",
                "spring:\n mail:\n", "x ", "/*", "SMTP server: a.b port ", " # ", "user_pref(\"mail.smtpserver.", "error smtp.a.b:1 ",
                        "MAIL_HOST=a\n", "\u200B", "host host.a\n", "a(1,", "'a' => '")) {
            check(piece.repeat(300_000 / piece.length()), 0);
        }
    }

    private static void damage(StringBuilder text, Random random) {
        int at = place(text, random);
        switch (random.nextInt(5)) {
            case 0 -> text.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
            case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            case 2 -> {
                int end = Math.min(text.length(), at + 1 + random.nextInt(6));
                if (end > at && !touchesPassword(text, at, end)) {
                    text.delete(at, end);
                }
            }
            case 3 -> {
                int newline = text.indexOf("\n", at);
                if (newline >= 0) {
                    text.setCharAt(newline, ' ');
                }
            }
            default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
        }
    }

    /// Outside the password and the name of its field: a text that no longer says that something is a password hides it from everybody.
    private static int place(StringBuilder text, Random random) {
        for (int tries = 0; tries < 20; tries++) {
            int at = random.nextInt(text.length() + 1);
            if (!touchesPassword(text, at, at)) {
                return at;
            }
        }
        return 0;
    }

    private static boolean touchesPassword(StringBuilder text, int start, int end) {
        for (int at = text.indexOf(HEART); at >= 0; at = text.indexOf(HEART, at + 1)) {
            int lineStart = text.lastIndexOf("\n", at) + 1;
            int lineEnd = text.indexOf("\n", at);
            if (end >= lineStart && start <= (lineEnd < 0 ? text.length() : lineEnd)) {
                return true;
            }
        }
        return false;
    }

    private void check(String text, long seed) {
        long start = System.nanoTime();
        try {
            reader.read(text).ifPresent(reading -> {
                String shown = reading + " " + Slips.in(reading.draft(), book);
                String coded = Base64.getEncoder().encodeToString(Snippets.PASSWORD.getBytes(StandardCharsets.UTF_8));
                assertFalse(shown.contains(Snippets.PASSWORD) || shown.contains(coded) || shown.contains("Zaunkoenig%237431"),
                        () -> "seed " + seed + ": " + shown + "\n" + text);
                reading.close();
            });
        } catch (RuntimeException broken) {
            throw new AssertionError("seed " + seed + ": " + broken + "\n" + text.substring(0, Math.min(2000, text.length())), broken);
        }
        long took = System.nanoTime() - start;
        assertTrue(took < LONGEST.toNanos(), () -> took / 1_000_000 + " ms for " + text.length() + " characters: " + text.substring(0,
                Math.min(200, text.length())));
    }
}
