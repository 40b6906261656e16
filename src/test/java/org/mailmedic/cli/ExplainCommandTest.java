package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.explain.bounce.SavedMessage;
import org.mailmedic.explain.log.MailLog;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.JsonNode;

final class ExplainCommandTest {
    private static final String REFUSED = "Error: connect ECONNREFUSED 198.51.100.7:587 (nodemailer)\n";

    @TempDir
    private Path folder;

    private static JsonNode json(Session session) {
        return SchemaCheck.valid("explanation.schema.json", session.out());
    }

    @Test
    void fromStandardInput() {
        for (String[] arguments : new String[][] {{"explain", "-", "--format", "json"}, {"explain", "--format", "json"}}) {
            Session session = Session.of(REFUSED, arguments);
            assertEquals(0, session.code(), session.err());
            JsonNode all = json(session);
            JsonNode first = all.path("explanations").path(0);
            assertEquals("tcp.refused", first.path("code").asString());
            assertEquals("connect", first.path("stage").asString());
            assertEquals("mail_provider", first.path("party").asString());
            assertTrue(first.path("steps").size() >= 2);
            assertTrue(first.path("matched").asString().contains("ECONNREFUSED"));
            assertEquals("198.51.100.7", all.path("found").path("host").asString());
            assertEquals(587, all.path("found").path("port").asInt());
            assertTrue(all.path("marks").size() >= 2);
        }
    }

    @Test
    void fromFiles() throws IOException {
        Path one = Files.writeString(folder.resolve("one.txt"), REFUSED);
        Path two = Files.writeString(folder.resolve("two.txt"), "SMTP: 552 5.2.2 Mailbox full (in reply to RCPT TO command)");
        Session session = Session.of("", "explain", one.toString(), two.toString(), "--format", "json");
        assertEquals(0, session.code(), session.err());
        var codes = json(session).path("explanations").valueStream().map(each -> each.path("code").asString()).toList();
        assertTrue(codes.contains("tcp.refused") && codes.contains("send.mailbox_full"), codes.toString());
    }

    @Test
    void aMessageThatOutlookHasSavedAloneAndAmongOthers() throws IOException {
        Path saved = Files.write(folder.resolve("saved.msg"), new SavedMessage().with(SavedMessage.SUBJECT, "Undeliverable: Your order")
                .with(SavedMessage.BODY, "Remote Server returned '552 5.2.2 Mailbox full'").written());
        Path other = Files.writeString(folder.resolve("other.txt"), "The printer is in the other room.\n");
        for (String[] files : new String[][] {{saved.toString()}, {other.toString(), saved.toString()}}) {
            var arguments = new ArrayList<>(List.of("explain", "--format", "json"));
            arguments.addAll(List.of(files));
            Session session = Session.of("", arguments.toArray(String[]::new));
            assertEquals(0, session.code(), session.err());
            assertEquals("send.mailbox_full", json(session).path("explanations").path(0).path("code").asString());
        }
    }

    @Test
    void whatIsNotUnderstoodIsUnknown() {
        Session session = Session.of("Hello Tom, see you on Monday.", "explain", "--format", "json");
        assertEquals(1, session.code(), session.err());
        assertEquals("unknown", json(session).path("explanations").path(0).path("code").asString());
        assertEquals(1, Session.of("", "explain").code());
    }

    @Test
    void aTextSaysWhatToDoAndClaimsNoMeasurement() {
        Session session = Session.of(REFUSED, "explain");
        assertEquals(0, session.code(), session.err());
        assertTrue(session.out().contains("The server refused the connection") && session.out().contains("1. "), session.out());
        assertFalse(session.out().contains("we tried") || session.out().contains("answers at"), session.out());
    }

    @Test
    void whatCannotBeReadIsABadCall() {
        for (String file : new String[] {folder.toString(), folder.resolve("none.txt").toString()}) {
            Session session = Session.of("", "explain", file, "--format", "json");
            assertEquals(2, session.code());
            assertEquals("", session.out());
            assertFalse(session.err().isBlank());
        }
        assertEquals(2, Session.of(REFUSED, "explain", "--format", "yaml").code());
    }

    private static String sent(int number) {
        return """
                Nov 20 09:0%1$d:01 mx postfix/smtp[12]: 4A1B2C3D0%1$d: to=<a@example.org>, relay=mx.example.org[192.0.2.7]:25, delay=1.2, \
                delays=0.1/0/0.5/0.6, dsn=2.0.0, status=sent (250 2.0.0 Ok)
                """.formatted(number);
    }

    private static String bounced(int number) {
        return sent(number).replace("mx.example.org[192.0.2.7]", "mx.bad.example[192.0.2.9]").replace("a@example.org", "b@bad.example")
                .replace("dsn=2.0.0, status=sent (250 2.0.0 Ok)", "dsn=5.2.2, status=bounced (host mx.bad.example[192.0.2.9] "
                + "said: 552 5.2.2 Mailbox full (in reply to RCPT TO command))");
    }

    @Test
    void twoLinesOfALogHaveASummary() {
        JsonNode all = json(Session.of(sent(1) + bounced(2), "explain", "--format", "json"));
        assertEquals(1, all.at("/summary/attempts/sent").asInt(), all::toPrettyString);
        assertEquals(1, all.at("/summary/attempts/bounced").asInt());
        assertEquals("send.mailbox_full", all.at("/explanations/0/code").asString());
        assertEquals("mx.bad.example", all.at("/explanations/0/found/host").asString());
        assertTrue(json(Session.of(bounced(2), "explain", "--format", "json")).path("summary").isMissingNode());
    }

    /// Of two faults the counted one leads, and what is told of the server belongs to it.
    @Test
    void whatWasFoundBelongsToTheLeadingCauseOfALog() {
        String refused = sent(3).replace("relay=mx.example.org[192.0.2.7]:25", "relay=none")
                .replace("dsn=2.0.0, status=sent (250 2.0.0 Ok)",
                "dsn=4.4.1, status=deferred (connect to mx.off.example[192.0.2.8]:25: Connection refused)");
        for (String log : List.of(refused + bounced(1) + bounced(2), bounced(1) + refused + refused.replace("D03", "D05") + bounced(2)
                + refused.replace("D03", "D06"))) {
            JsonNode all = json(Session.of(log, "explain", "--format", "json"));
            String host = all.at("/explanations/0/code").asString().equals("tcp.refused") ? "mx.off.example" : "mx.bad.example";
            assertEquals(host, all.at("/found/host").asString(), all::toPrettyString);
        }
    }

    @Test
    void theOrderOfFilesDoesNotMatter() throws IOException {
        Path text = Files.writeString(folder.resolve("ex.txt"), REFUSED);
        Path log = Files.writeString(folder.resolve("mail.log"), sent(1) + bounced(2) + sent(3));
        Path long_ = Files.writeString(folder.resolve("long.log"), (sent(1) + bounced(2)).repeat(300));
        for (Path one : List.of(log, long_)) {
            Session before = Session.of("", "explain", text.toString(), one.toString(), "--format", "json");
            Session behind = Session.of("", "explain", one.toString(), text.toString(), "--format", "json");
            for (Session each : List.of(before, behind)) {
                assertEquals(0, each.code(), each.err());
                JsonNode all = json(each);
                assertEquals("postfix", all.at("/summary/program").asString());
                assertEquals(List.of("send.mailbox_full", "tcp.refused"), all.path("explanations").valueStream().limit(2)
                        .map(cause -> cause.path("code").asString()).toList());
                assertTrue(all.at("/explanations/1/matched").asString().contains("ECONNREFUSED"), all::toPrettyString);
            }
        }
    }

    /// Opened once only, as a shell's `<(…)` has to be: alone, and beside a file.
    @Test
    void aPipeIsReadLikeAFile() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is no mkfifo");
        Path pipe = folder.resolve("pipe");
        Path text = Files.writeString(folder.resolve("ex.txt"), REFUSED);
        assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
        for (List<String> files : List.of(List.of(pipe.toString()), List.of(text.toString(), pipe.toString()))) {
            Thread.ofVirtual().start(() -> write(pipe, sent(1) + bounced(2)));
            List<String> words = new ArrayList<>(List.of("explain", "--format", "json"));
            words.addAll(files);
            Session session = Session.of("", words.toArray(String[]::new));
            assertEquals(0, session.code(), session.err());
            assertEquals(1, json(session).at("/summary/attempts/bounced").asInt(), session.out());
        }
        assertEquals(1, Session.of("", "explain", "/dev/null").code());
    }

    private static void write(Path pipe, String text) {
        try {
            Files.writeString(pipe, text, StandardOpenOption.WRITE);
        } catch (IOException nobodyReads) {
            throw new UncheckedIOException(nobodyReads);
        }
    }

    private static void awaitSent(Path account, int messages) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.exists(account) && SchemaCheck.valid("explanation.schema.json",
                Files.readString(account)).at("/summary/attempts/sent").asInt() == messages);
    }

    @Test
    void aLogIsFollowedUntilSomebodyStopsIt() throws Exception {
        Path log = Files.writeString(folder.resolve("mail.log"), sent(1));
        Path account = folder.resolve("account.json");
        var ended = new CompletableFuture<Session>();
        Thread following = Thread.ofVirtual().start(() -> ended.complete(Session.of("", "explain", "--follow", log.toString(),
                "--format", "json", "--output", account.toString())));
        awaitSent(account, 1);
        Files.writeString(log, sent(2), StandardOpenOption.APPEND);
        awaitSent(account, 2);
        following.interrupt();
        assertEquals(0, ended.get(20, TimeUnit.SECONDS).code());
    }

    @Test
    void aLogBecomesASummaryOfTheSchemasShape() throws IOException {
        var lines = new StringBuilder(sent(1));
        while (lines.length() < 3 * MailLog.HEAD) {
            lines.append(sent(2).replace("status=sent (250 2.0.0 Ok)", "status=bounced (host mx.example.org[192.0.2.7] said: 552 5.2.2 "
                    + "Mailbox full (in reply to RCPT TO command))"));
        }
        JsonNode all = json(Session.of(lines.toString(), "explain", "--format", "json"));
        assertEquals("send.mailbox_full", all.at("/explanations/0/code").asString());
        assertEquals(1, all.at("/summary/attempts/sent").asInt());
        assertEquals("send.mailbox_full", all.at("/summary/causes/0/code").asString());
        JsonNode fine = json(Session.of(sent(1).repeat(3 * MailLog.HEAD / sent(1).length()), "explain", "--format", "json"));
        assertTrue(fine.path("explanations").isEmpty());
        assertEquals("postfix", fine.at("/summary/program").asString());
    }

    private static byte[] packed(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void aPackedMessageIsExplainedLikeAnyOther() throws IOException {
        Path file = Files.write(folder.resolve("error.txt"), packed(REFUSED));
        for (Call call : List.of(new Call().run("explain", file.toString(), "--format", "json"),
                new Call().typing(packed(REFUSED)).run("explain", "--format", "json"))) {
            JsonNode all = SchemaCheck.valid("explanation.schema.json", call.out());
            assertEquals("tcp.refused", all.at("/explanations/0/code").asString());
            assertEquals("198.51.100.7", all.at("/found/host").asString());
            assertFalse(all.has("summary"));
            assertEquals(0, call.code());
        }
        Call unknown = new Call().typing(packed("Hello Tom, see you on Monday.")).run("explain", "--format", "json");
        assertEquals(1, unknown.code());
        Path broken = Files.write(folder.resolve("broken.gz"), Arrays.copyOf(packed(REFUSED), 11));
        Session session = Session.of("", "explain", broken.toString(), "--format", "json");
        assertEquals(2, session.code());
        assertEquals("", session.out());
    }

    @Test
    void aQueueWithoutCausesIsToldAsOne() throws IOException {
        String queue = " 3h  1.2K 1rABCD-000123-AB <shop@example.org>\n          anna@example.com\n\n";
        Path file = Files.writeString(folder.resolve("queue.txt"), queue);
        for (Session session : List.of(Session.of("", "explain", file.toString(), "--format", "json"),
                Session.of(queue, "explain", "-", "--format", "json"))) {
            assertEquals(0, session.code());
            assertEquals(1, json(session).at("/summary/queue/messages").asInt());
            assertTrue(json(session).path("explanations").isEmpty());
        }
        assertTrue(Session.of("", "explain", file.toString()).out().contains("1 message waits in the queue. It came "));
    }

    @Test
    void aLogsWordsAreShownWithoutWhatIsSecretInThem() {
        String log = sent(1).replace("status=sent (250 2.0.0 Ok)", "status=deferred (SASL authentication failed; server mx.example.org"
                + "[192.0.2.7] said: 535 5.7.8 no, password=Hunter2-Zebra)").repeat(6);
        for (String format : new String[] {"json", "text"}) {
            Session session = Session.of(log, "explain", "--format", format);
            assertEquals(0, session.code());
            assertFalse((session.out() + session.err()).contains("Hunter2"), session.out());
        }
        JsonNode all = json(Session.of(log, "explain", "--format", "json"));
        assertTrue(all.at("/summary/causes/0/example").asString().endsWith("535 5.7.8 no, password=••••"),
                all.at("/summary/causes/0/example").asString());
    }

    @Test
    void aShortLogAlsoSaysWhatCouldBeRead() {
        String deferred = sent(7).replace("status=sent (250 2.0.0 Ok)", "status=deferred (connect to mx.example.org[192.0.2.7]:25: "
                + "Connection timed out)");
        for (String log : List.of(sent(1) + sent(2) + sent(3) + sent(4) + deferred, deferred)) {
            JsonNode all = json(Session.of(log, "explain", "--format", "json"));
            assertEquals("tcp.timeout", all.at("/explanations/0/code").asString());
            assertEquals("mx.example.org", all.at("/found/host").asString());
            assertEquals(all.path("found"), all.at("/explanations/0/found"));
            assertEquals(all.path("marks"), all.at("/explanations/0/marks"));
            assertFalse(all.path("marks").isEmpty());
        }
    }

    @Test
    void oneLogIsFollowedAndByItsName() throws IOException {
        Path log = Files.writeString(folder.resolve("mail.log"), sent(1));
        for (String[] arguments : new String[][] {{"explain", "--follow"}, {"explain", "--follow", "-"},
                {"explain", "--follow", log.toString(), log.toString()}}) {
            Session session = Session.of("", arguments);
            assertEquals(2, session.code());
            assertTrue(session.err().contains("one mail log"), session.err());
        }
    }
}
