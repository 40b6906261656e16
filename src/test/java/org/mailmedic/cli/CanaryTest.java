package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;

/// An unusual password and token go in and never come out: not in the report in any form, not on either stream, not in a log record
/// at any level, not in an exception, not in a file, whatever the server says back.
@Timeout(120)
final class CanaryTest {
    private static final String USER = "canary@practice.test";
    private static final String SECRET = "Q\"u\\ö7%41 ☂🔑+/=zK";
    private static final Set<String> FORMS = new SecretForms(USER, SECRET).all();
    private static final String NONCE_AND_SALT = ",s=QSXCR+Q6sek8bf92,i=1";

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            var text = new StringWriter();
            text.append(String.valueOf(entry.getMessage())).append(' ')
                    .append(String.valueOf(entry.getParameters() == null ? "" : List.of(entry.getParameters())));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(text));
            }
            logged.add(text.toString());
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };
    @TempDir
    private Path folder;
    private Path secretFile;

    @BeforeEach
    void listen() throws IOException {
        ear.setLevel(Level.ALL);
        root.addHandler(ear);
        root.setLevel(Level.ALL);
        for (Handler each : root.getHandlers()) {
            if (each != ear && each.getLevel().intValue() < Level.INFO.intValue()) {
                each.setLevel(Level.INFO);
            }
        }
        secretFile = Files.writeString(folder.resolve("secret.txt"), SECRET);
    }

    @AfterEach
    void stop() {
        root.removeHandler(ear);
        root.setLevel(level);
    }

    /// Runs a call for text on the terminal and for every other form that the command has in a file, and looks at everything that came of
    /// it.
    private void assertSilent(List<String> call, int... codes) throws IOException {
        Path output = folder.resolve("report.out");
        List<String> forms = call.getFirst().equals("watch") ? List.of("text", "json") : List.of("text", "json", "html", "pdf");
        for (String format : forms) {
            boolean file = !format.equals("text");
            List<String> words = new ArrayList<>(call);
            words.addAll(List.of("--format", format));
            if (file) {
                words.addAll(List.of("--output", output.toString()));
            }
            var done = new Call().answering(null).with("NO_COLOR", "1").run(words);
            assertTrue(Arrays.stream(codes).anyMatch(code -> code == done.code()), () -> done.code() + ": " + done.err());
            assertClean("standard output", done.out());
            assertClean("standard error", done.err());
            assertEquals(file, done.out().isEmpty());
            if (file) {
                assertClean("the report as " + format,
                        format.equals("pdf") ? inside(Files.readAllBytes(output)) : Files.readString(output));
            }
        }
        for (String each : logged) {
            assertClean("a log record", each);
        }
        try (var files = Files.list(folder)) {
            for (Path each : files.filter(f -> !f.equals(secretFile)).toList()) {
                assertClean(each.getFileName().toString(), new String(Files.readAllBytes(each), StandardCharsets.UTF_8));
            }
        }
    }

    /// The words on the pages of a PDF, what it says about itself, and its bytes.
    private static String inside(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            String words = new PDFTextStripper().getText(document);
            assertTrue(words.contains("Mail Medic"), words);
            return words + document.getDocumentInformation().getTitle() + words.replaceAll("\\s+", "")
                    + new String(pdf, StandardCharsets.ISO_8859_1);
        }
    }

    private static void assertClean(String where, String text) {
        for (String form : FORMS) {
            assertFalse(text.contains(form), () -> where + " holds " + form + ": …"
                    + text.substring(Math.max(0, text.indexOf(form) - 60), Math.min(text.length(), text.indexOf(form) + 100)));
        }
    }

    private List<String> call(int port, String... more) {
        List<String> words = new ArrayList<>(List.of("diagnose", "--host", "127.0.0.1", "--port", String.valueOf(port), "--user", USER,
                "--controls", "none", "--profile", "quick", "--timeout", "10", "--lang", "en"));
        words.addAll(List.of(more));
        return words;
    }

    private String[] credentials(String mechanism) {
        boolean token = mechanism.endsWith("2") || mechanism.equals("OAUTHBEARER");
        return new String[] {token ? "--access-token-file" : "--password-file", secretFile.toString(), "--auth", mechanism};
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256", "XOAUTH2", "OAUTHBEARER"})
    void aSignInThatSucceeds(String mechanism) throws IOException {
        try (var server = PracticeServer.start(Faults.find("healthy-" + mechanism.toLowerCase(Locale.ROOT)).orElseThrow(),
                PracticeOptions.defaults().withCredentials(USER, SECRET).withToken(SECRET))) {
            List<String> words = call(server.port(), credentials(mechanism));
            words.addAll(List.of("--security", server.security(), "--trust", trust(server)));
            assertSilent(words, 0);
            assertEquals(4, server.signInAttempts());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-bad-credentials", "auth-bad-token", "auth-too-weak", "auth-silent-at-end", "auth-dropped-at-end",
            "auth-plaintext-only", "cert-self-signed", "drop-after-auth", "message-spam", "healthy-all-mechanisms"})
    void aCheckUpThatEndsSomewhere(String fault) throws IOException {
        try (var server = PracticeServer.start(Faults.find(fault).orElseThrow(),
                PracticeOptions.defaults().withCredentials(USER, SECRET).withToken(SECRET))) {
            List<String> words = call(server.port(), fault.equals("auth-bad-token") ? "--access-token-file" : "--password-file",
                    secretFile.toString(), "--from", USER, "--to", "other@practice.test", "--send", "--security", server.security(),
                    "--trust", trust(server));
            words.set(words.indexOf("--timeout") + 1, "2");
            assertSilent(words, 0, 1);
        }
    }

    /// A watch says less than a report, and it says it again and again.
    @ParameterizedTest
    @ValueSource(strings = {"auth-bad-credentials", "healthy-plain", "message-spam"})
    void aWatch(String fault) throws IOException {
        try (var server = PracticeServer.start(Faults.find(fault).orElseThrow(),
                PracticeOptions.defaults().withCredentials(USER, SECRET))) {
            List<String> words = call(server.port(), "--password-file", secretFile.toString(), "--from", USER, "--to",
                    "other@practice.test", "--send", "--security", server.security(), "--trust", trust(server), "--until", "1");
            words.set(0, "watch");
            assertSilent(words, 0, 1);
        }
    }

    @Test
    void aWatchOfAServerThatRepeatsWhatItHeard() throws IOException {
        try (var server = ScriptedServer.start(peer -> echo(peer, "PLAIN", 454))) {
            List<String> words = call(server.port(), credentials("PLAIN"));
            words.addAll(List.of("--security", "none", "--allow-plaintext-password", "--until", "1"));
            words.set(0, "watch");
            assertSilent(words, 1);
        }
    }

    /// A password inside a pasted text, in the clear and as it is sent, in every form in which the explanation is printed or saved.
    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN"})
    void aTextThatHoldsIt(String mechanism) throws IOException {
        String secret = SECRET.replaceAll("[\\s\"]", "");
        Set<String> forms = new SecretForms(USER, secret).all();
        Path text = folder.resolve("pasted");
        String answer = mechanism.equals("PLAIN") ? "AUTH PLAIN " + base64("\0" + USER + "\0" + secret)
                : "AUTH LOGIN\nSERVER -> CLIENT: 334 UGFzc3dvcmQ6\nCLIENT -> SERVER: " + base64(secret);
        Files.writeString(text, "SMTP_HOST=smtp.practice.test\nSMTP_PASSWORD=" + secret + "\nCLIENT -> SERVER: " + answer
                + "\nSERVER -> CLIENT: 535 5.7.8 Error: authentication failed: " + secret + "\n");
        for (String format : List.of("text", "json", "html", "pdf")) {
            Path output = folder.resolve("explained." + format);
            var done = new Call().answering(null).with("NO_COLOR", "1").run(List.of("explain", text.toString(), "--format", format,
                    "--output", output.toString(), "--lang", "en"));
            assertEquals(0, done.code(), done.err());
            String said = format.equals("pdf") ? inside(Files.readAllBytes(output)) : Files.readString(output);
            for (String form : forms) {
                assertFalse((said + done.err()).contains(form), () -> format + " holds " + form + ": " + said);
            }
        }
        logged.forEach(each -> forms.forEach(form -> assertFalse(each.contains(form), each)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String trust(PracticeServer server) throws IOException {
        return Files.writeString(folder.resolve("authority.pem"), server.authorityPem()).toString();
    }

    /// The worst server: it repeats what it was given, encoded and decoded, in every reply from then on.
    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256", "XOAUTH2", "OAUTHBEARER"})
    void aServerThatRepeatsWhatItHeard(String mechanism) throws IOException {
        try (var server = ScriptedServer.start(peer -> echo(peer, mechanism, 535))) {
            List<String> words = call(server.port(), credentials(mechanism));
            words.addAll(List.of("--security", "none", "--allow-plaintext-password"));
            assertSilent(words, 1);
        }
    }

    /// Also when it does so in a challenge, a greeting of the next command, or the words of a success.
    @ParameterizedTest
    @ValueSource(ints = {235, 334, 421, 454, 504, 534, 999})
    void whateverItsReply(int code) throws IOException {
        try (var server = ScriptedServer.start(peer -> echo(peer, "PLAIN", code))) {
            List<String> words = call(server.port(), credentials("PLAIN"));
            words.addAll(List.of("--security", "none", "--allow-plaintext-password", "--from", USER, "--to", USER, "--send"));
            assertSilent(words, 0, 1, 3);
        }
    }

    /// What it heard comes back over as many lines as it takes, at every length, in capitals and cut off. No piece of it is in the report.
    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256", "XOAUTH2", "OAUTHBEARER"})
    void aServerThatWrapsWhatItRepeats(String mechanism) throws IOException {
        secretFile = Files.writeString(folder.resolve("secret.txt"), "sesame-Zq9x" + "7Kd2vLw4".repeat(mechanism.startsWith("X") ? 90 : 3));
        for (int width : new int[] {1, 7, 40, 480}) {
            for (var change : List.<UnaryOperator<String>>of(text -> text, text -> text.toUpperCase(Locale.ROOT),
                    text -> text.substring(0, text.length() * 2 / 3))) {
                List<String> said = new CopyOnWriteArrayList<>();
                try (var server = ScriptedServer.start(peer -> echoWrapped(peer, mechanism, width, change, said))) {
                    List<String> words = call(server.port(), credentials(mechanism));
                    words.addAll(List.of("--security", "none", "--allow-plaintext-password", "--format", "json"));
                    var done = new Call().answering(null).run(words);
                    assertEquals(1, done.code(), done.err());
                    assertFalse(said.isEmpty());
                    String letters = letters(said(done.out()));
                    for (String secret : said) {
                        String heard = letters(change.apply(secret));
                        for (int at = 0; at + 10 <= heard.length(); at++) {
                            String piece = heard.substring(at, at + 10);
                            assertFalse(letters.contains(piece), () -> mechanism + ", width " + width + ": " + piece + " in " + done.out());
                        }
                    }
                }
            }
        }
    }

    /// The server's lines in a report, without their codes and all that stands between them.
    private static String said(String json) {
        var all = new StringBuilder();
        var lines = Pattern.compile("\"(?:line|text|raw|summary)\"\\s*:\\s*\"(?:535[- ])?((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
        while (lines.find()) {
            all.append(lines.group(1));
        }
        return all.toString();
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "");
    }

    private static void echoWrapped(ScriptedServer.Peer peer, String mechanism, int width, UnaryOperator<String> change, List<String> said)
            throws IOException {
        peer.say("220 practice.test ESMTP\r\n");
        List<String> heard = new ArrayList<>();
        boolean signingIn = false;
        for (String line = peer.line(); line != null; line = peer.line()) {
            signingIn |= line.startsWith("AUTH ");
            if (line.startsWith("EHLO")) {
                peer.say("250-practice.test\r\n250 AUTH " + mechanism + "\r\n");
                continue;
            }
            heard.add(line.replaceFirst("^AUTH \\S+ ?", ""));
            String challenge = signingIn ? challenge(mechanism, heard) : "";
            if (!challenge.isEmpty()) {
                peer.sayUtf8("334 " + challenge + "\r\n");
                continue;
            }
            if (signingIn) {
                said.addAll(heard.stream().filter(each -> each.length() > 12).toList());
            }
            String all = change.apply(String.join("", heard));
            var reply = new StringBuilder();
            for (int at = 0; at < all.length(); at += width) {
                boolean last = at + width >= all.length();
                reply.append(last ? "535 " : "535-").append(all, at, Math.min(all.length(), at + width)).append("\r\n");
            }
            peer.say(reply.toString());
            signingIn = false;
        }
    }

    private static void echo(ScriptedServer.Peer peer, String mechanism, int code) throws IOException {
        peer.say("220 practice.test ESMTP\r\n");
        List<String> heard = new ArrayList<>();
        boolean signingIn = false;
        for (String line = peer.line(); line != null; line = peer.line()) {
            signingIn |= line.startsWith("AUTH ");
            if (line.startsWith("EHLO")) {
                peer.say("250-practice.test\r\n250 AUTH " + mechanism + "\r\n");
            } else if (!signingIn) {
                peer.say("250 ok\r\n");
            } else {
                heard.add(line.replaceFirst("^AUTH \\S+ ?", ""));
                String challenge = challenge(mechanism, heard);
                peer.sayUtf8(challenge.isEmpty() ? repeated(heard, code) : "334 " + challenge + "\r\n");
            }
        }
    }

    /// What the server asks next, so that the secret is really said; empty when all has been said.
    private static String challenge(String mechanism, List<String> heard) {
        String last = new String(Base64.getMimeDecoder().decode(heard.getLast()), StandardCharsets.UTF_8);
        String next = switch (mechanism) {
            case "LOGIN" -> heard.size() == 1 ? "Username:" : heard.size() == 2 ? "Password:" : "";
            case "CRAM-MD5" -> heard.size() == 1 ? "<1.2@practice.test>" : "";
            case "SCRAM-SHA-1", "SCRAM-SHA-256" -> heard.size() == 1 ? last.substring(last.indexOf("r=")) + "more" + NONCE_AND_SALT : "";
            default -> "";
        };
        return Base64.getEncoder().encodeToString(next.getBytes(StandardCharsets.UTF_8));
    }

    private static String repeated(List<String> heard, int code) {
        List<String> lines = new ArrayList<>();
        for (String each : heard) {
            lines.add("you said " + each);
            lines.add("that is " + new String(Base64.getMimeDecoder().decode(each), StandardCharsets.UTF_8).replaceAll("[\r\n]", " "));
        }
        for (String form : FORMS) {
            lines.add("5.7.8 (" + form + ")");
            lines.add(form);
        }
        // where the transcript cuts long lines, it must not cut a secret into something that no mask knows
        for (int before = 980; before < 1001; before += 4) {
            lines.add("x".repeat(before) + SECRET);
        }
        var reply = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            reply.append(code).append(i == lines.size() - 1 ? ' ' : '-').append(lines.get(i)).append("\r\n");
        }
        return reply.toString();
    }
}
