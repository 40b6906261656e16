package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `website make`, `ask` and `read` as they are called.
final class WebsiteCommandTest {
    @TempDir
    private Path folder;
    private Path silent;

    private static String seen(String kind, String stage, String outcome, String role, String host, String address, int port, String more) {
        String facts = "{\"id\":\"x\",\"kind\":\"%s\",\"stage\":\"%s\",\"started_ms\":5,\"duration_ms\":2000,%s,"
                + "\"host\":\"%s\",\"address\":\"%s\",\"port\":%d,\"role\":\"%s\",\"mode\":\"plain\"%s}";
        return facts.formatted(kind, stage, outcome, host, address, port, role, more);
    }

    private static String printed(String... evidence) {
        String lookup = "{\"id\":\"d\",\"kind\":\"dns\",\"stage\":\"dns\",\"started_ms\":0,\"duration_ms\":3,\"status\":\"ok\","
                + "\"resolver\":\"system\","
                + "\"name\":\"mail.example.org\",\"type\":\"any\",\"addresses\":[\"192.0.2.1\"],\"aliases\":[]}";
        return "{\"format\":\"mailmedic-vantage\",\"version\":1,\"made\":\"2026-11-27T20:00:00Z\",\"at\":\"2026-11-27T20:05:00Z\","
                + "\"php\":{\"form\":\"php\",\"machine\":\"web7.secureserver.net\",\"version\":\"8.2.1\",\"functions_off\":[],"
                + "\"ways\":[\"fsockopen\"],\"way\":\"fsockopen\",\"openssl\":\"OpenSSL 3\",\"target\":{\"host\":\"mail.example.org\","
                + "\"port\":587,\"security\":\"starttls\"}},\"evidence\":[" + lookup + "," + String.join(",", evidence)
                        + "],\"partial\":false}";
    }

    private static String ok() {
        return "\"status\":\"ok\"";
    }

    private static String silence() {
        return "\"status\":\"failed\",\"failure\":\"timeout\"";
    }

    @BeforeEach
    void write() throws IOException {
        silent = Files.writeString(folder.resolve("silent.json"), printed(
                seen("tcp", "connect", silence(), "target", "mail.example.org", "192.0.2.1", 587, ""),
                seen("tcp", "connect", silence(), "control", "one.example", "198.51.100.1", 587, ""),
                seen("tcp", "connect", silence(), "control", "two.example", "198.51.100.2", 587, ""),
                seen("tcp", "connect", ok(), "control", "www.example", "198.51.100.3", 443, "")));
    }

    /// What a check-up from this computer saved, which reached the server.
    private Path old(String host) throws IOException {
        String report = """
            {"format":"mailmedic-report","version":1,"id":"0b51c6ae-19d6-4a0f-9f0a-3d7c1d1f9a55","created":"2026-11-27T20:01:00.000Z",
             "tool":{"name":"Mail Medic","version":"1.0.0","os":"x","java":"25"},
             "settings":{"host":"HOST","port":587,"security":"starttls","symptom":"website"},"outcome":"inconclusive",
             "diagnoses":[],"warnings":[],"stages":[{"stage":"dns","status":"ok","started_ms":0,"duration_ms":1},
               {"stage":"connect","status":"ok","started_ms":1,"duration_ms":1},
               {"stage":"greeting","status":"ok","started_ms":2,"duration_ms":1}],
             "evidence":[EVIDENCE],"transcript":[],"total_ms":10}
            """.replace("HOST", host).replace("EVIDENCE", seen("tcp", "connect", ok(), "target", host, "192.0.2.1", 587, "") + ","
                + seen("greeting", "greeting", ok(), "target", host, "192.0.2.1", 587, ",\"reply\":{\"code\":220,\"text\":\"mx ESMTP\"}"));
        return Files.writeString(folder.resolve("old.json"), report);
    }

    private Call call(Object... words) {
        return new Call().run(Stream.concat(Arrays.stream(words).map(Object::toString), Stream.of("--lang", "en")).toList());
    }

    @Test
    void makeWritesTheFileAndShowsTheKeyOnce() throws IOException {
        Path file = folder.resolve("p.php");
        Call made = new Call().run("website", "make", "--host", "mail.example.org", "--port", "587", "--form", "php", "--output",
                file.toString(),
                "--controls", "none", "--format", "json");
        assertEquals(0, made.code(), made.err());
        JsonNode json = JsonMapper.shared().readTree(made.out());
        assertEquals(List.of("format", "version", "form", "file", "key", "expires", "query"), List.copyOf(json.propertyNames()));
        assertEquals("mailmedic-probe", json.get("format").asString());
        assertEquals("php", json.get("form").asString());
        assertEquals(file.toString(), json.get("file").asString());
        assertEquals("?k=" + json.get("key").asString(), json.get("query").asString());
        assertFalse(Files.readString(file).contains(json.get("key").asString()));
        assertTrue(Files.readString(file).contains("'mail.example.org', 587"));
        assertEquals("", made.err());
    }

    @Test
    void makeSaysInWordsWhatToDo() {
        for (String form : List.of("php", "wordpress", "shell")) {
            Call made = new Call().run("website", "make", "--host", "mail.example.org", "--form", form, "--output",
                    folder.resolve("p." + form).toString());
            assertEquals(0, made.code(), made.err());
            assertTrue(made.out().contains("Delete") && made.out().contains("website " + (form.equals("php") ? "ask" : "read")),
                    made.out());
            assertFalse(made.out().contains("{") || made.out().contains("\\n"), made.out());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"make --host mail.example.org --form cobol --output OUT", "make --host https://x/ --form php --output OUT",
        "make --host mail.example.org --form php --output OUT --port 70000", "make --host mail.example.org --form php --output OUT/no/such",
        "make --host mail.example.org --form php --output OUT --security perhaps", "make --host mail.example.org --form php",
        "make --form php --output OUT", "make --host mail.example.org --form php --output OUT --format xml",
                "ask https://shop.example/p.php",
        "ask shop.example --key kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk", "read", "read OUT", "read SILENT --report OUT", "walk", ""})
    void wrongCallsEndWithTwoAndASentence(String words) {
        String filled = words.replace("OUT", folder.resolve("out").toString()).replace("SILENT", silent.toString());
        Call call = new Call().run(Stream.concat(Stream.of("website"), Arrays.stream(filled.split(" ")).filter(word -> !word.isEmpty()))
                .toList());
        assertEquals(2, call.code(), call.err());
        assertEquals("", call.out());
        assertFalse(call.err().isBlank());
    }

    @Test
    void anAddressIsShownAgainWithoutWhatIsSecretInIt() {
        String key = "k".repeat(43);
        for (String url : List.of("shop.example/p.php?k=" + key, "ftp://shop.example/p.php?k=" + key + "#" + key,
                "https://anna:Secret1@shop.example/p.php")) {
            Call asked = call("website", "ask", url, "--key", key);
            assertEquals(2, asked.code());
            assertTrue(asked.err().contains("shop.example/p.php"), asked.err());
            assertFalse((asked.out() + asked.err()).contains(key) || asked.err().contains("Secret1"), asked.err());
        }
    }

    /// `diagnose --symptom server --format json`, run on the server itself.
    @Test
    void aCheckUpThatWasMadeOnTheServerIsItsView() throws IOException {
        Path there = Files.writeString(folder.resolve("there.json"), """
            {"format":"mailmedic-report","version":1,"id":"0b51c6ae-19d6-4a0f-9f0a-3d7c1d1f9a56","created":"2026-11-27T20:05:00.000Z",
             "tool":{"name":"Mail Medic","version":"1.0.0","os":"x","java":"25"},
             "settings":{"host":"mail.example.org","port":587,"security":"starttls","symptom":"server"},"outcome":"problem",
             "diagnoses":[],"warnings":[],"stages":[],"evidence":[EVIDENCE],"transcript":[],"total_ms":10}
            """.replace("EVIDENCE", String.join(",",
                seen("tcp", "connect", silence(), "target", "mail.example.org", "192.0.2.1", 587, ""),
                seen("tcp", "connect", silence(), "control", "one.example", "198.51.100.1", 587, ""),
                seen("tcp", "connect", silence(), "control", "two.example", "198.51.100.2", 587, ""),
                seen("tcp", "connect", ok(), "control", "www.example", "198.51.100.3", 443, ""),
                seen("tcp", "connect", ok(), "target", "mail.example.org", "192.0.2.1", 587, ",\"vantage\":\"here\""))));
        JsonNode alone = SchemaCheck.valid("report.schema.json", call("website", "read", there, "--format", "json").out());
        assertEquals("port.blocked_by_hosting", alone.at("/diagnoses/0/code").asString());
        assertEquals(4, alone.get("evidence").size());
        Call both = call("website", "read", there, "--report", old("mail.example.org"), "--format", "json");
        assertEquals(1, both.code(), both.err());
        JsonNode pair = SchemaCheck.valid("report.schema.json", both.out());
        assertEquals("port.blocked_by_hosting", pair.at("/diagnoses/0/code").asString());
        assertEquals("connect", pair.at("/parting/stage").asString());
        Path same = Files.writeString(folder.resolve("same.json"), "$ cat there.json\n" + Files.readString(there) + "$ ");
        assertEquals("port.blocked_by_hosting", JsonMapper.shared().readTree(call("website", "read", same, "--format", "json").out())
                .at("/diagnoses/0/code").asString());
        Call twice = call("website", "read", same, "--report", there);
        assertEquals(2, twice.code());
        assertTrue(twice.err().startsWith("This is the same report twice."), twice.err());
        Files.writeString(there, Files.readString(there).replace("\"version\":1,\"id\"", "\"version\":2,\"id\""));
        assertEquals(2, call("website", "read", there).code());
    }

    /// Without its certificates a server with an expired one would look as if all were well.
    @Test
    void aMaskedReportIsNoView() throws IOException {
        String tls = seen("tls", "encrypt", ok(), "target", "mail.example.org", "192.0.2.1", 587, ",\"implicit\":false,"
                + "\"protocol\":\"TLSv1.3\",\"cipher\":\"TLS_AES_128_GCM_SHA256\",\"certificate\":{\"names\":[],"
                + "\"problems\":[\"expired\"],\"trusted_by_system\":false,\"trusted_by_java\":false,\"chain\":[{\"subject\":\"CN=x\"}]}");
        Path masked = Files.writeString(folder.resolve("masked.json"), Files.readString(old("mail.example.org"))
                .replace("\"evidence\":[", "\"evidence\":[" + tls + ","));
        Call read = call("website", "read", masked);
        assertEquals(2, read.code(), read.out());
        assertTrue(read.err().startsWith("This report was masked"), read.err());
    }

    @Test
    void aReportsCertificatesAreJudgedWhereItWasMade() throws IOException {
        Path report = folder.resolve("there.json");
        try (var server = PracticeServer.start(Faults.find("healthy-plain").orElseThrow(), PracticeOptions.defaults())) {
            String authority = Files.writeString(folder.resolve("authority.pem"), server.authorityPem()).toString();
            Call made = call("diagnose", "--host", "127.0.0.1", "--port", String.valueOf(server.port()), "--security", server.security(),
                    "--trust", authority, "--symptom", "server", "--controls", "none", "--profile", "quick", "--format", "json", "--output",
                    report.toString());
            assertEquals(0, made.code(), made.err());
        }
        Call read = call("website", "read", report);
        assertEquals(0, read.code(), read.out());
    }

    @Test
    void theWebsitesViewAlone() {
        Call read = call("website", "read", silent, "--format", "json");
        assertEquals(1, read.code(), read.err());
        JsonNode report = SchemaCheck.valid("report.schema.json", read.out());
        assertEquals("port.blocked_by_hosting", report.at("/diagnoses/0/code").asString());
        assertEquals("hosting", report.at("/diagnoses/0/party").asString());
        report.get("evidence").forEach(each -> assertEquals("website", each.get("vantage").asString()));
        assertFalse(report.has("parting"));
        assertEquals("2026-11-27T20:05:00.000Z", report.get("created").asString());
        assertTrue(report.at("/diagnoses/0/letter").asString().contains("mail.example.org"));
        assertTrue(report.at("/diagnoses/0/steps").toString().contains("GoDaddy"), report.at("/diagnoses/0/steps").toString());
    }

    @Test
    void besideThisComputersView() throws IOException {
        Call read = call("website", "read", silent, "--report", old("mail.example.org"), "--format", "json");
        assertEquals(1, read.code(), read.err());
        JsonNode report = SchemaCheck.valid("report.schema.json", read.out());
        assertEquals("{\"stage\":\"connect\",\"here\":\"ok\",\"website\":\"failed\"}", report.get("parting").toString());
        assertEquals(2, report.get("evidence").valueStream().filter(each -> each.get("vantage").asString().equals("here")).count());
        var ids = report.get("evidence").valueStream().map(each -> each.get("id").asString()).toList();
        report.at("/diagnoses/0/evidence").forEach(id -> assertTrue(ids.contains(id.asString()), id + " is not in " + ids));
        assertEquals(ids.size(), ids.stream().distinct().count(), "ids are told apart: " + ids);
    }

    @Test
    void bothJourneysAreInEveryForm() throws IOException {
        Path report = folder.resolve("both.json");
        assertEquals(1, call("website", "read", silent, "--report", old("mail.example.org"), "--format", "json", "--output", report)
                .code());
        String text = call("report", report).out();
        assertTrue(text.contains("Website’s network") && !text.contains("Your network"), text);
        assertTrue(text.contains("From your website’s server") && text.contains("From this computer")
                && text.contains("Here the two part"), text);
        String html = call("report", report, "--format", "html").out();
        assertTrue(html.contains("Two journeys to the same server") && html.contains("Here the two part"));
        assertEquals(3, html.split("<ol class=\"journey\"", -1).length, "each of them once");
        Path pdf = folder.resolve("both.pdf");
        assertEquals(0, call("report", report, "--format", "pdf", "--output", pdf).code());
        assertTrue(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1).startsWith("%PDF"));
    }

    @Test
    void theSameReportCanBeComparedWithAgain() throws IOException {
        Path both = folder.resolve("both.json");
        assertEquals(1, call("website", "read", silent, "--report", old("mail.example.org"), "--format", "json", "--output", both).code());
        JsonNode again = JsonMapper.shared().readTree(call("website", "read", silent, "--report", both, "--format", "json").out());
        JsonNode first = JsonMapper.shared().readTree(Files.readString(both));
        assertEquals(first.get("parting"), again.get("parting"));
        assertEquals(first.get("evidence").size(), again.get("evidence").size());
    }

    @Test
    void masksAreHonoured() throws IOException {
        Call masked = call("website", "read", silent, "--report", old("mail.example.org"), "--format", "json", "--mask", "all");
        SchemaCheck.valid("report.schema.json", masked.out());
        assertFalse(masked.out().contains("\"der\""));
    }

    @Test
    void twoServersAreNotCompared() throws IOException {
        Call read = call("website", "read", silent, "--report", old("smtp.other.example"));
        assertEquals(2, read.code());
        assertTrue(read.err().contains("smtp.other.example:587") && read.err().contains("mail.example.org:587"), read.err());
        assertEquals("", read.out());
    }

    @Test
    void pastedIsAsGoodAsSaved() throws IOException {
        Call pasted = new Call().typing("Copy this:\n" + Files.readString(silent) + "\n").run("website", "read", "-", "--format", "json");
        assertEquals(1, pasted.code(), pasted.err());
        for (String wrong : List.of("", "<html>404</html>", "{}", "{\"format\":\"mailmedic-vantage\"")) {
            Call refused = new Call().typing(wrong).run("website", "read", "-");
            assertEquals(2, refused.code(), wrong);
            assertEquals("", refused.out());
            assertFalse(refused.err().isBlank());
        }
    }
}
