package org.mailmedic.report.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mailmedic.report.Report;
import org.mailmedic.report.Samples;
import org.mailmedic.report.json.JsonReport;
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
