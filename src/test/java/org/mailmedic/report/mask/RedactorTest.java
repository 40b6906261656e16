package org.mailmedic.report.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mailmedic.report.Report;
import org.mailmedic.report.Samples;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.settings.Growth;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import tools.jackson.databind.json.JsonMapper;

final class RedactorTest {
    private static final String USER = "anna@mail.example";
    private static final List<String> SECRETS = List.of("correct horse+battery/staple", "p\"a\\s's<w>&ö😀ß%", "hunter2!", "Zaq1", "ＡＢＣdef",
            "a=b&c%41+ d");

    private static Redactor redactor(String secret) {
        return new Redactor(USER, Secret.of(secret));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theSecretItself() {
        for (String secret : SECRETS) {
            assertEquals("before •••• after", redactor(secret).redact("before " + secret + " after"), secret);
        }
    }

    @Test
    void writtenForOtherFormats() {
        for (String secret : SECRETS) {
            String json = JsonMapper.builder().build().writeValueAsString(secret);
            assertEquals("x ••••y", redactor(secret).redact("x " + json.substring(1, json.length() - 1) + "y"), secret);
            assertEquals("x=••••;", redactor(secret).redact("x=" + URLEncoder.encode(secret, StandardCharsets.UTF_8) + ";"), secret);
            var percent = new StringBuilder();
            var unicode = new StringBuilder();
            for (byte each : utf8(secret)) {
                percent.append(String.format("%%%02x", each));
            }
            for (char each : secret.toCharArray()) {
                unicode.append(String.format("\\u%04X", (int) each));
            }
            assertEquals("x=••••;", redactor(secret).redact("x=" + percent + ";"), secret);
            assertEquals("x=••••;", redactor(secret).redact("x=" + unicode + ";"), secret);
            String html = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'",
                    "&#39;");
            assertEquals("<b>••••</b>", redactor(secret).redact("<b>" + html + "</b>"), secret);
        }
    }

    @Test
    void asHexadecimal() {
        for (String secret : SECRETS) {
            assertEquals("x ••••.", redactor(secret).redact("x " + HexFormat.of().formatHex(utf8(secret)) + "."), secret);
            assertEquals("x ••••.", redactor(secret).redact("x " + HexFormat.ofDelimiter(":").withUpperCase().formatHex(utf8(secret))
                    + "."), secret);
        }
    }

    @Test
    void inBase64WhereverItBegins() {
        var random = new Random(7);
        for (String secret : SECRETS) {
            for (int before = 0; before < 7; before++) {
                for (int after = 0; after < 4; after++) {
                    var bytes = new byte[before + utf8(secret).length + after];
                    random.nextBytes(bytes);
                    System.arraycopy(utf8(secret), 0, bytes, before, utf8(secret).length);
                    boolean telling = utf8(secret).length >= 6;
                    for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getEncoder().withoutPadding())) {
                        String encoded = encoder.encodeToString(bytes);
                        String redacted = redactor(secret).redact("AUTH " + encoded + " end");
                        if (telling || before == 0 && after == 0) {
                            assertEquals("AUTH •••• end", redacted, secret + " behind " + before);
                        }
                    }
                }
            }
        }
    }

    @Test
    void theAnswersOfSignInMechanisms() {
        for (String secret : SECRETS) {
            for (String answer : List.of("\0" + USER + "\0" + secret, USER + "\0" + USER + "\0" + secret, secret)) {
                assertEquals("AUTH PLAIN ••••", redactor(secret).redact("AUTH PLAIN " + Base64.getEncoder().encodeToString(utf8(answer))),
                        secret);
            }
        }
        String token = "ya29.a0AfH6SMBx-long_token";
        String xoauth2 = "user=" + USER + "\u0001auth=Bearer " + token + "\u0001\u0001";
        assertEquals("AUTH XOAUTH2 ••••", redactor(token).redact("AUTH XOAUTH2 " + Base64.getEncoder().encodeToString(utf8(xoauth2))));
    }

    @Test
    void theBeginningThatACutLeft() {
        String secret = "correct horse battery staple";
        assertEquals("it said ••••… and more", redactor(secret).redact("it said correct hor… and more"));
        String blob = Base64.getEncoder().encodeToString(utf8("\0" + USER + "\0" + secret));
        assertEquals("AUTH ••••…", redactor(secret).redact("AUTH " + blob.substring(0, 50) + "…"));
    }

    /// A refusal longer than 512 octets has to be wrapped (RFC 5321 §4.5.3.1.5), wherever the server likes.
    @Test
    void wrappedOverTheLinesOfAReplyAtAnyLength() {
        String token = "ya29." + HexFormat.of().formatHex(new Random(3).doubles(500).collect(StringBuilder::new, StringBuilder::append,
                StringBuilder::append).substring(0, 400).getBytes(StandardCharsets.US_ASCII));
        String blob = Base64.getEncoder().encodeToString(utf8("user=" + USER + "\u0001auth=Bearer " + token + "\u0001\u0001"));
        for (String echoed : List.of(blob, token, blob.toUpperCase(Locale.ROOT), blob.toLowerCase(Locale.ROOT))) {
            for (int width : new int[] {1, 2, 3, 5, 7, 8, 9, 13, 40, 76, 400, 480, 900}) {
                for (String enhanced : List.of("", "5.7.8 ")) {
                    List<String> lines = wrapped(echoed, width, enhanced);
                    try (var redactor = Redactor.of(new Login.AccessToken(USER, Secret.of(token)), List.of(),
                            List.of(blob.toCharArray()))) {
                        assertNothingLeft(echoed, String.join("", redactor.redact(lines)), width);
                        assertNothingLeft(echoed, redactor.redact(String.join(" ", lines)), width);
                        assertNothingLeft(echoed, redactor.redact("501-" + String.join("\n501-", lines)), width);
                    }
                }
            }
        }
    }

    private static List<String> wrapped(String text, int width, String before) {
        var lines = new ArrayList<String>();
        for (int at = 0; at < text.length(); at += width) {
            lines.add(before + text.substring(at, Math.min(text.length(), at + width)));
        }
        return lines;
    }

    private static void assertNothingLeft(String secret, String redacted, int width) {
        String letters = redacted.replaceAll("[^A-Za-z0-9]", "");
        for (int at = 0; at + 8 <= letters.length(); at++) {
            String piece = letters.substring(at, at + 8);
            assertFalse(secret.contains(piece), () -> "width " + width + " leaves " + piece + " in " + redacted);
        }
    }

    @Test
    void theAnswersThatWereSent() {
        String proof = "v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=";
        String last = Base64.getEncoder().encodeToString(utf8("c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=" + proof));
        String cram = Base64.getEncoder().encodeToString(utf8(USER + " b913a602c7eda7a495b4e6e7334d3890"));
        try (var redactor = Redactor.of(new Login.Password(USER, Secret.of("pencil and paper")), List.of(USER, "mail.example"),
                List.of(last.toCharArray(), cram.toCharArray()))) {
            assertEquals("500 5.5.1 unrecognized: \"••••\"", redactor.redact("500 5.5.1 unrecognized: \"" + last + "\""));
            assertEquals("500 ••••", redactor.redact("500 " + cram.toUpperCase(Locale.ROOT)));
            assertEquals("535 ••••…", redactor.redact("535 " + cram.substring(0, 30) + "…"));
            assertEquals("535 no " + USER + " ••••", redactor.redact("535 no " + USER + " b913a602c7eda7a495b4e6e7334d3890"));
            assertFalse(redactor.redact("p=" + proof).contains(proof.substring(0, 12)));
            assertEquals("535 " + USER + " at mail.example", redactor.redact("535 " + USER + " at mail.example"));
        }
    }

    @Test
    void underOtherWrappings() {
        String secret = "Kuh!w4gen+Zaun/Nacht=9";
        byte[] bytes = utf8(secret);
        String blob = Base64.getEncoder().encodeToString(utf8("\0" + USER + "\0" + secret));
        var octal = new StringBuilder();
        var numbers = new StringBuilder();
        var printable = new StringBuilder();
        var entities = new StringBuilder();
        var doubled = new StringBuilder();
        for (byte each : bytes) {
            octal.append(String.format("\\%03o", each));
            numbers.append(String.format("0x%02x, ", each));
            printable.append(String.format("=%02X", each));
            entities.append(String.format("&#%03d;", each));
            doubled.append(String.format("%%25%02x", each));
        }
        String json = JsonMapper.builder().build().writeValueAsString(secret);
        var wrapped = new LinkedHashMap<String, String>();
        wrapped.put("octal", octal.toString());
        wrapped.put("numbers", numbers.toString());
        wrapped.put("quoted-printable", printable.toString());
        wrapped.put("entities", entities.toString());
        wrapped.put("double percent", doubled.toString());
        wrapped.put("base64 in percent", blob.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"));
        wrapped.put("base64 of JSON", Base64.getEncoder().encodeToString(utf8("{\"p\": " + json + "}")));
        wrapped.put("base64 of base64", Base64.getEncoder().encodeToString(utf8(blob)));
        wrapped.put("hex of base64", HexFormat.of().formatHex(utf8(blob)));
        wrapped.put("base64 of hex of base64", Base64.getEncoder().encodeToString(utf8(HexFormat.of().formatHex(utf8(blob)))));
        wrapped.put("base32", base32(bytes));
        wrapped.put("UTF-16 in hex", HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_16LE)));
        wrapped.put("UTF-16 in base64", Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_16BE)));
        wrapped.put("reversed", new StringBuilder(secret).reverse().toString());
        wrapped.put("capitals", secret.toUpperCase(Locale.ROOT));
        wrapped.put("the first half", secret.substring(0, 11));
        wrapped.put("the last half", secret.substring(11));
        try (var redactor = Redactor.of(new Login.Password(USER, Secret.of(secret)))) {
            wrapped.forEach((how, text) -> {
                String redacted = redactor.redact("535 you said [" + text + "]");
                assertTrue(redacted.startsWith("535 you said [••••"), how + ": " + redacted);
                assertTrue(redacted.length() < 13 + 16, how + ": " + redacted);
            });
        }
    }

    private static String base32(byte[] bytes) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = new StringBuilder();
        for (byte each : bytes) {
            bits.append(Integer.toBinaryString(each & 0xff | 0x100).substring(1));
        }
        while (bits.length() % 5 != 0) {
            bits.append('0');
        }
        var text = new StringBuilder();
        for (int at = 0; at < bits.length(); at += 5) {
            text.append(alphabet.charAt(Integer.parseInt(bits.substring(at, at + 5), 2)));
        }
        return text.toString();
    }

    /// A password that has an ordinary word in it is not given away by that word, but would be by a hole in its place.
    @Test
    void ordinaryWordsStay() {
        assertEquals("The password was not accepted", redactor("mypassword123").redact("The password was not accepted"));
        assertEquals("The •••• was not accepted", redactor("mypassword123").redact("The mypassword12 was not accepted"));
    }

    /// What grows twice as long takes about twice as long, whatever stands in it.
    @Test
    void theWorkGrowsLinearly() {
        String token = "a".repeat(500) + HexFormat.of().formatHex(new byte[2000]) + "aaab";
        for (String filling : List.of("…", "a", "%25", "\\u0061", "YWFh", "6161", "&#97;", "a ", "535-a\n", "=41")) {
            try (var redactor = Redactor.of(new Login.AccessToken(USER, Secret.of(token)))) {
                Growth.assertLinear("a text of " + filling, size -> filling.repeat(size / filling.length()), redactor::redact);
            }
        }
    }

    @Test
    void severalAndOverlappingTraces() {
        assertEquals("•••• and ••••", redactor("aXaXa").redact("aXaXaXa and aXaXa"));
    }

    @Test
    void aVeryShortSecretIsMaskedAsAWordOnly() {
        assertEquals("mail at a •••• b, abc", redactor("ab").redact("mail at a ab b, abc"));
    }

    @Test
    void otherTextStays() {
        String text = "220 mail.example ESMTP; AUTH PLAIN; 250 2.1.0 Ok Zm9vYmFyYmF6 deadbeef %41%42 \\u0041 &amp; ends in …";
        for (String secret : SECRETS) {
            assertEquals(text, redactor(secret).redact(text));
        }
    }

    @Test
    void nothingToHideMasksNothing() {
        assertEquals("any text", Redactor.of(new Login.None()).redact("any text"));
        assertEquals("any text", redactor("").redact("any text"));
    }

    @Test
    void aWholeReportIsRedactedAndKeepsItsShape() {
        String secret = "hunter2!horse";
        String blob = Base64.getEncoder().encodeToString(utf8("\0" + USER + "\0" + secret));
        var sample = Samples.problem();
        var leaky = new Report.Verdict("auth.bad_credentials", "sign_in", "you", 1, secret, secret, List.of(secret),
                List.of("x-" + secret), secret);
        var evidence = new LinkedHashMap<>(sample.evidence().getFirst());
        evidence.put("raw", blob);
        evidence.put("reply", Map.of("code", 535, "text", secret));
        evidence.put("capabilities", List.of(secret));
        var report = new Report(sample.id(), sample.created(), sample.tool(), Map.of("host", secret, "port", 587), sample.outcome(),
                List.of(leaky),
                List.of(leaky), sample.stages(), List.of(evidence), List.of(new Report.Line(1, "client", "AUTH PLAIN " + blob)), 1);
        try (var redactor = Redactor.of(new Login.Password(USER, Secret.of(secret)))) {
            var redacted = redactor.redact(report);
            String all = JsonReport.write(redacted) + redacted;
            assertFalse(all.contains(secret) || all.contains(blob) || all.contains("hunter2"), all);
            assertEquals(587, redacted.settings().get("port"));
            assertEquals("auth.bad_credentials", redacted.diagnoses().getFirst().code());
            assertTrue(all.contains("AUTH PLAIN ••••"));
        }
    }

    @Test
    void aPasswordThatIsAWordOfTheContractBreaksNothing() {
        var redacted = redactor("failed").redact(Samples.problem());
        assertEquals(List.of("ok", "failed", "not_reached", "skipped"), redacted.stages().stream().map(Report.StageResult::status)
                .toList());
        assertEquals(Samples.problem().evidence().get(2).get("status"), redacted.evidence().get(2).get("status"));
    }

    @Test
    void aClosedRedactorHasForgotten() {
        var redactor = redactor("hunter2!horse");
        redactor.close();
        assertEquals("hunter2!horse", redactor.redact("hunter2!horse"));
    }
}
