package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.net.TinyDns;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;

/// `domain` against a name server on loopback.
final class DomainCommandTest {
    private static final Map<String, List<String>> ZONE = Map.ofEntries(
            Map.entry("MX good.example.", List.of("10 mx.good.example.")),
            Map.entry("A mx.good.example.", List.of("192.0.2.25")),
            Map.entry("TXT good.example.", List.of("\"v=spf1 ip4:192.0.2.0/24 -all\"")),
            Map.entry("TXT default._domainkey.good.example.",
                    List.of("\"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"")),
            Map.entry("TXT _dmarc.good.example.", List.of("\"v=DMARC1; p=reject; rua=mailto:d@good.example\"")),
            Map.entry("NS good.example.", List.of("ada.ns.cloudflare.com.")),
            Map.entry("PTR 25.2.0.192.in-addr.arpa.", List.of("mx.good.example.")),
            Map.entry("TXT _dmarc.strict.example.", List.of("\"v=DMARC1; p=none; np=reject\"")),
            Map.entry("MX xn--mller-kva.example.", List.of("10 mx.good.example.")),
            Map.entry("TXT xn--mller-kva.example.", List.of("\"v=spf1 mx -all\"")),
            Map.entry("MX poor.example.", List.of("10 mx.good.example.")),
            Map.entry("TXT poor.example.", List.of("\"v=spf1 mx -all\"", "\"v=spf1 a ~all\"")));

    private static TinyDns server() throws IOException {
        return TinyDns.answering(DomainCommandTest::answer);
    }

    private static void answer(String name, Message reply) {
        int type = reply.getQuestion().getType();
        String small = name.toLowerCase(Locale.ROOT);
        List<String> records = ZONE.getOrDefault(Type.string(type) + " " + small, List.of());
        if (records.isEmpty() && ZONE.keySet().stream().noneMatch(key -> key.split(" ")[1].equals(small) || key.endsWith("." + small))) {
            reply.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        for (String each : records) {
            try {
                reply.addRecord(Record.fromString(Name.fromString(name), type, DClass.IN, 60, each, Name.root), Section.ANSWER);
            } catch (IOException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }
    }

    private static Call call(String... words) throws IOException {
        try (var dns = server()) {
            List<String> all = new ArrayList<>(List.of("domain"));
            all.addAll(List.of(words));
            all.addAll(List.of("--resolver", dns.address().getAddress().getHostAddress() + ":" + dns.address().getPort(), "--timeout",
                    "1.5",
                    "--blocklists", "none"));
            return new Call().run(all);
        }
    }

    private static JsonNode json(Call call) {
        return SchemaCheck.valid("domain.schema.json", call.out());
    }

    private static List<String> codes(JsonNode root) {
        var all = new TreeSet<String>();
        root.get("diagnoses").forEach(each -> all.add(each.get("code").asString()));
        return List.copyOf(all);
    }

    @Test
    void aHealthyDomain() throws IOException {
        Call call = call("good.example", "--sends-through", "192.0.2.25", "--format", "json");
        JsonNode root = json(call);
        assertEquals("healthy", root.get("outcome").asString(), call.out());
        assertEquals(0, call.code());
        assertEquals("pass", root.get("spf").get(0).get("result").asString());
        assertEquals("ip4:192.0.2.0/24", root.get("spf").get(0).get("term").asString());
        assertEquals("reject", root.get("dmarc").get("policy").asString());
        assertEquals("Cloudflare", root.get("dns_host").asString());
    }

    @Test
    void aDomainInNeed() throws IOException {
        Call call = call("poor.example", "--format", "json");
        assertEquals(List.of("domain.dkim_missing", "domain.dmarc_missing", "domain.spf_multiple"), codes(json(call)));
        assertEquals(1, call.code());
    }

    @Test
    void thePlainTextSaysWhatToDo() throws IOException {
        Call call = call("poor.example");
        assertEquals(1, call.code());
        assertTrue(call.out().startsWith("The mail records of poor.example need attention."), call.out());
        assertTrue(call.out().contains("_dmarc.poor.example"), call.out());
        assertFalse(call.out().contains("note.") || call.out().contains("{"), call.out());
    }

    /// DNS and other programs read the one name, people the other.
    @Test
    void aNameOfOtherLettersIsShownAsItIsWritten() throws IOException {
        String text = call("müller.example").out();
        assertTrue(text.startsWith("The mail records of müller.example (xn--mller-kva.example) need attention."), text);
        assertTrue(text.contains("There is no DMARC record for müller.example."), text);
        assertTrue(text.lines().anyMatch("    _dmarc.xn--mller-kva.example"::equals), text);
        assertFalse(text.contains("_dmarc.müller") || text.contains("@müller"), text);
        JsonNode root = json(call("müller.example", "--format", "json"));
        assertEquals("xn--mller-kva.example", root.get("domain").asString());
        root.get("records").forEach(record -> {
            assertFalse(record.get("name").asString().contains("ü"), record.toString());
            assertFalse(record.path("proposal").toString().contains("ü"), record.toString());
        });
    }

    /// A French colon stands apart from its word, wherever two words are put together.
    @Test
    void itIsWrittenAsTheLanguageWritesIt() throws IOException {
        Call call = call("poor.example", "--sends-through", "192.0.2.25", "--lang", "fr");
        assertTrue(call.out().contains("Qui peut envoyer pour vous (SPF)\u00a0: "), call.out());
        assertFalse(Pattern.compile("[\\p{L})]: ").matcher(call.out()).find(), call.out());
    }

    @Test
    void itIsPassedOnAsAPageOrOnPaper(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("domain.html");
        assertEquals(1, call("poor.example", "--format", "html", "--output", page.toString()).code());
        String html = Files.readString(page);
        assertTrue(html.startsWith("<!DOCTYPE html>") && html.contains("Who may send for you (SPF)") && html.contains("v=spf1 mx -all"), html);
        Path paper = folder.resolve("domain.pdf");
        assertEquals(0, call("good.example", "--format", "pdf", "--output", paper.toString()).code());
        assertEquals("%PDF-", new String(Files.readAllBytes(paper), 0, 5, StandardCharsets.US_ASCII));
        assertEquals(2, call("good.example", "--format", "docx").code());
    }

    @Test
    void whatIsPassedOnIsMaskedAsItWasAskedFor(@TempDir Path folder) throws IOException {
        String[] asked = {"good.example", "--mail-from", "anna.berg@good.example", "--sends-through", "192.0.2.25"};
        assertTrue(call(with(asked, "--format", "json")).out().contains("anna.berg@good.example"));
        JsonNode masked = json(call(with(asked, "--format", "json", "--mask", "all")));
        assertFalse(masked.toString().contains("anna.berg"), masked.toString());
        assertTrue(masked.toString().contains("rua=mailto:d@good.example"), "what stands in DNS is for everybody");
        assertEquals("addresses", masked.get("masked").get(0).asString());
        Path page = folder.resolve("domain.html");
        call(with(asked, "--format", "html", "--mask", "none", "--output", page.toString()));
        assertTrue(Files.readString(page).contains("rua=mailto:d@good.example"));
        Call text = call(with(asked, "--mask", "all"));
        assertEquals(2, text.code());
        assertEquals("", text.out());
        assertEquals(2, call(with(asked, "--format", "html", "--mask", "everything")).code());
    }

    private static String[] with(String[] words, String... more) {
        return Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @Test
    void whatIsNoDomainIsAnsweredWithTheOneThatWasMeant() throws IOException {
        for (String given : List.of("https://good.example/contact", "_dmarc.good.example", "default._domainkey.good.example",
                "good.example:25")) {
            Call call = call(given, "--lang", "en");
            assertEquals(2, call.code(), given);
            assertEquals("", call.out());
            assertTrue(call.err().contains("the domain alone, such as good.example, not: " + given), call.err());
        }
        for (String given : List.of("de", "192.0.2.1", "", " ", "_dmarc.de", "[::1]", "a".repeat(300) + ".de")) {
            Call call = call(given, "--lang", "en");
            assertEquals(2, call.code(), given);
            assertTrue(call.err().contains("such as example.org") && call.err().length() < 250, call.err());
        }
        assertEquals("good.example", json(call(" good.example. ", "--format", "json")).get("domain").asString());
    }

    @Test
    void anAddressNamesItsDomain() throws IOException {
        assertEquals("good.example", json(call("anna@good.example", "--format", "json")).get("domain").asString());
    }

    @Test
    void aDomainThatDoesNotExist() throws IOException {
        Call call = call("gone.example", "--format", "json");
        assertEquals(List.of("dns.not_found"), codes(json(call)));
        assertEquals(1, call.code());
    }

    /// Who was named is believed, whatever it says of other names.
    @Test
    void aNamedResolverThatDeniesEveryNameIsTakenAtItsWord() throws IOException {
        try (var denying = TinyDns.answering((_, reply) -> reply.getHeader().setRcode(Rcode.NXDOMAIN))) {
            Call call = new Call().run("domain", "good.example", "--resolver", "127.0.0.1:" + denying.address().getPort(),
                    "--format", "json");
            assertEquals(1, call.code(), call.out());
            assertEquals(List.of("dns.not_found"), codes(json(call)));
        }
    }

    @Test
    void mailInTheNameOfOneThatDoesNotExistIsJudgedByTheDomainAboveIt() throws IOException {
        JsonNode root = json(call("gone.strict.example", "--sends-through", "192.0.2.25", "--format", "json"));
        assertEquals(List.of("dns.not_found"), codes(root));
        assertEquals("strict.example", root.at("/dmarc/found_at").asString());
        assertEquals("np", root.at("/dmarc/applies").asString());
        assertEquals("reject", root.at("/dmarc/policy").asString());
        assertEquals(1, root.get("spf").size());
        assertEquals("none", root.at("/spf/0/result").asString());
        assertTrue(root.at("/spf/0/term").isNull());
    }

    @Test
    void nobodyAnswers() throws IOException {
        try (var silent = TinyDns.answering((_, reply) -> TinyDns.keepSilent(reply))) {
            Call call = new Call().run("domain", "good.example", "--resolver", "127.0.0.1:" + silent.address().getPort(), "--timeout",
                    "0.3",
                    "--format", "json");
            assertEquals(3, call.code(), call.out());
            assertEquals("inconclusive", json(call).get("outcome").asString());
        }
    }

    @Test
    void reportsAndMessagesAreRead(@TempDir Path folder) throws IOException {
        Path report = Files.writeString(folder.resolve("r.xml"),
                "<feedback><report_metadata><org_name>r.example</org_name></report_metadata>"
                + "<policy_published><domain>good.example</domain></policy_published>"
                + "<record><row><source_ip>203.0.113.9</source_ip><count>7</count>"
                + "<policy_evaluated><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row>"
                + "<identifiers><header_from>good.example</header_from>"
                + "</identifiers></record></feedback>");
        Path message = Files.writeString(folder.resolve("m.eml"),
                "Received-SPF: pass client-ip=192.0.2.25; envelope-from=\"anna@good.example\"\n"
                + "From: Anna <anna@good.example>\nSubject: x\n\nHello\n");
        JsonNode root = json(call("good.example", "--report", report.toString(), "--message", message.toString(), "--format", "json"));
        assertEquals(7, root.get("reports").get("messages").asInt());
        assertEquals("203.0.113.9", root.get("reports").get("fix_first").get("ip").asString());
        assertEquals("192.0.2.25", root.get("spf").get(0).get("ip").asString());
        assertEquals("pass", root.get("message").get("dmarc").get("result").asString());
        String text = call("good.example", "--report", report.toString(), "--message", message.toString()).out();
        assertTrue(text.contains("1 report about 7 messages") && text.contains("It is not signed."), text);
    }

    @Test
    void theEnvelopeSenderOfAMessageIsAnAddress(@TempDir Path folder) throws IOException {
        String head = "Received: from mx.good.example (mx.good.example [192.0.2.25]) by in.rcpt.example; Mon, 2 Mar 2026 10:00:05 +0000\n"
                + "Authentication-Results: in.rcpt.example; spf=pass smtp.mailfrom=good.example\nFrom: <anna@good.example>\n\nHello\n";
        for (String[] each : new String[][] {{"Return-Path: <bounce@good.example>\n", "bounce@good.example"},
                {"", "postmaster@good.example"}, {"Return-Path: <bounce@bad.good.example>\n", "postmaster@good.example"}}) {
            Path message = Files.writeString(folder.resolve("m.eml"), each[0] + head);
            JsonNode root = json(call("good.example", "--message", message.toString(), "--format", "json"));
            assertEquals(each[1], root.at("/spf/0/mail_from").asString());
            assertEquals("192.0.2.25", root.at("/spf/0/ip").asString());
        }
    }

    @Test
    void whatCannotBeUsedIsSaid(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("x.txt"), "no report at all");
        for (List<String> bad : List.of(List.of("not a domain"), List.of("192.0.2.1"), List.of("localhost"), List.of("good.example",
                "--selector", "a b"),
                List.of("good.example", "--sends-through", "http://x/"), List.of("good.example", "--report", text.toString()),
                List.of("good.example", "--report", folder.resolve("gone").toString()), List.of("good.example", "--message",
                        text.toString()),
                List.of("good.example", "--mail-from", "x"), List.of("good.example", "--timeout", "0"), List.of("good.example",
                        "--frobnicate"))) {
            Call call = call(bad.toArray(String[]::new));
            assertEquals(2, call.code(), bad::toString);
            assertEquals("", call.out());
            assertFalse(call.err().isBlank());
        }
        for (String bad : List.of("good.example --blocklists /nowhere/at/all", "good.example --resolver nonsense")) {
            List<String> words = new ArrayList<>(List.of("domain"));
            words.addAll(List.of(bad.split(" ")));
            assertEquals(2, new Call().run(words).code(), bad);
        }
    }
}
