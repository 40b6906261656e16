package org.mailmedic.maildomain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dns.FakeZone;

final class AggregateReaderTest {
    private static String report(String root, String... rows) {
        return "<?xml version=\"1.0\"?>\n" + root
                + "<version>1.0</version><report_metadata><org_name>receiver.example</org_name><date_range>"
                + "<begin>1764201600</begin><end>1764288000</end></date_range></report_metadata>"
                + "<policy_published><domain>example.org</domain><p>none</p>"
                + "</policy_published>" + String.join("", rows) + "</feedback>";
    }

    private static String row(String ip, int count, boolean dkim, boolean spf, String from, String proven) {
        return "<record><row><source_ip>" + ip + "</source_ip><count>" + count
                + "</count><policy_evaluated><disposition>none</disposition><dkim>"
                + (dkim ? "pass" : "fail") + "</dkim><spf>" + (spf ? "pass" : "fail")
                        + "</spf></policy_evaluated></row><identifiers><header_from>" + from
                + "</header_from></identifiers><auth_results>" + (proven.isEmpty() ? "" : "<dkim><domain>" + proven
                + "</domain><selector>s</selector><result>pass</result></dkim>")
                        + "<spf><domain>x.example</domain><result>fail</result></spf>"
                + "</auth_results></record>";
    }

    private static final String OLD = report("<feedback>", row("192.0.2.1", 90, true, true, "example.org", "example.org"),
            row("198.51.100.7", 40, false, false, "example.org", "news.example"), row("203.0.113.5", 60, false, false, "example.org", ""),
            row("192.0.2.1", 5, false, false, "shop.example.org", ""), row("192.0.2.9", 3, true, true, "other.example", "other.example"));

    private static AggregateReport.Row row(String source, long count, String... proven) {
        return new AggregateReport.Row(source, count, "none", false, false, "example.org", List.of(proven));
    }

    private static String first(AggregateReport.Row... rows) {
        var report = new AggregateReport("google.com", "example.org", Optional.empty(), Optional.empty(), List.of(rows));
        return AggregateSummary.of("example.org", List.of(report), FakeZone.empty()).fixFirst().orElseThrow().ip();
    }

    @Test
    void theFirstToSeeToIsWhereMuchFails() {
        assertEquals("192.0.2.9", first(row("192.0.2.9", 100_000), row("198.51.100.1", 1, "forwarder.example")));
        assertEquals("198.51.100.1", first(row("192.0.2.9", 100), row("198.51.100.1", 40, "news.example")));
        assertEquals("192.0.2.9", first(row("192.0.2.9", 7), row("198.51.100.1", 0, "news.example")));
    }

    @Test
    void whoSendsAndWhatToFixFirst() throws IOException {
        var reports = AggregateReader.read(OLD.getBytes(StandardCharsets.UTF_8));
        var summary = AggregateSummary.of("example.org", reports, FakeZone.empty().ptr("198.51.100.7", "out.news.example"));
        assertEquals(195, summary.messages());
        assertEquals(90, summary.passed());
        assertEquals(List.of("203.0.113.5", "198.51.100.7", "192.0.2.1"), summary.sources().stream().map(AggregateSummary.Source::ip)
                .toList());
        assertEquals(List.of(AggregateSummary.Kind.NOTHING, AggregateSummary.Kind.OTHER_DOMAIN, AggregateSummary.Kind.PARTLY),
                summary.sources().stream().map(AggregateSummary.Source::kind).toList());
        // the service that proves itself for another domain is most likely one's own; the other may be a forger
        assertEquals("out.news.example", summary.fixFirst().orElseThrow().name());
        assertEquals(Set.of("other.example"), summary.otherDomains());
    }

    @Test
    void aReportThatIsGivenTwiceCountsOnce() throws IOException {
        var once = AggregateReader.read(OLD.getBytes(StandardCharsets.UTF_8));
        var twice = new ArrayList<>(once);
        twice.addAll(AggregateReader.read(gzip(OLD.getBytes(StandardCharsets.UTF_8))));
        assertEquals(AggregateSummary.of("example.org", once, FakeZone.empty()), AggregateSummary.of("example.org", twice,
                FakeZone.empty()));
        twice.addAll(AggregateReader.read(OLD.replace("<count>90</count>", "<count>91</count>").getBytes(StandardCharsets.UTF_8)));
        assertEquals(2, AggregateSummary.of("example.org", twice, FakeZone.empty()).reports());
    }

    @Test
    void theNewFormAndBothPackingsReadTheSame() throws IOException {
        String fresh = OLD.replace("<feedback>", "<feedback xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\">");
        assertEquals(AggregateReader.read(OLD.getBytes(StandardCharsets.UTF_8)),
                AggregateReader.read(fresh.getBytes(StandardCharsets.UTF_8)));
        assertEquals(AggregateReader.read(OLD.getBytes(StandardCharsets.UTF_8)),
                AggregateReader.read(gzip(OLD.getBytes(StandardCharsets.UTF_8))));
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            for (String name : List.of("a.xml", "b.xml", "readme.txt")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(OLD.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertEquals(2, AggregateReader.read(zipped.toByteArray()).size());
    }

    @Test
    void hostileXmlIsHarmless() {
        String laughs = "<!DOCTYPE feedback [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>";
        String outside = "<!DOCTYPE feedback [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        for (String bad : List.of(laughs + "<feedback><record><row><source_ip>&c;</source_ip></row></record></feedback>",
                outside + "<feedback><report_metadata><org_name>&x;</org_name></report_metadata></feedback>")) {
            try {
                var read = AggregateReader.read(bad.getBytes(StandardCharsets.UTF_8));
                assertTrue(read.toString().length() < 500 && !read.toString().contains("root:"), read.toString());
            } catch (IOException refused) {
                assertEquals("report.none", refused.getMessage());
            }
        }
        assertThrows(IOException.class, () -> AggregateReader.read(("<a>".repeat(5000)).getBytes(StandardCharsets.UTF_8)));
        assertThrows(IOException.class, () -> AggregateReader.read("<html><body>No</body></html>".getBytes(StandardCharsets.UTF_8)));
        assertThrows(IOException.class, () -> AggregateReader.read("nothing".getBytes(StandardCharsets.UTF_8)));
        assertThrows(IOException.class, () -> AggregateReader.read(new byte[0]));
    }

    @Test
    void whatIsAboutNoDomainIsNoReport() throws IOException {
        for (String bare : List.of("<feedback/>", "<feedback><record><row><source_ip>192.0.2.1</source_ip></row></record></feedback>")) {
            var refused = assertThrows(IOException.class, () -> AggregateReader.read(bare.getBytes(StandardCharsets.UTF_8)));
            assertEquals("report.none", refused.getMessage());
        }
        String one = "<?xml version=\"1.0\"?><feedback><policy_published><domain>good.example</domain></policy_published></feedback>";
        for (byte[] file : List.of(("\ufeff\n" + one.substring(21)).getBytes(StandardCharsets.UTF_8),
                one.getBytes(StandardCharsets.UTF_16))) {
            assertEquals("good.example", AggregateReader.read(file).getFirst().domain());
        }
    }

    @Test
    void bytesThatAreNoXmlAreRefusedWithoutAWordOfTheParsers() {
        PrintStream before = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            byte[] senseless = {0x59, (byte) 0xe6, (byte) 0xdc, 0x4f, 0x29, (byte) 0x9b};
            assertThrows(IOException.class, () -> AggregateReader.read(senseless));
        } finally {
            System.setErr(before);
        }
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatUnpacksToMuchIsCutOff() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write("<feedback>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = new byte[1024 * 1024];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 140; i++) {
                gzip.write(blanks);
            }
            gzip.write("</feedback>".getBytes(StandardCharsets.UTF_8));
        }
        assertThrows(IOException.class, () -> AggregateReader.read(bomb.toByteArray()));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(all)) {
            gzip.write(plain);
        }
        return all.toByteArray();
    }

    private static void blanks(OutputStream to, int megabytes) throws IOException {
        byte[] blanks = new byte[1024 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        for (int i = 0; i < megabytes; i++) {
            to.write(blanks);
        }
    }

    /// @param name  of each entry but the last, which is a report of a few bytes
    private static byte[] zip(String name, int entries, int megabytes) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry(i + name));
                zip.write(OLD.replace("</feedback>", "").getBytes(StandardCharsets.UTF_8));
                blanks(zip, megabytes);
                zip.write("</feedback>".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("last.xml"));
            zip.write(OLD.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    @Test
    void theEntriesOfAnArchiveShareOneLimit() throws IOException {
        assertEquals(4, AggregateReader.read(zip(".xml", 3, 20)).size());
        for (byte[] flood : List.of(zip(".xml", 3, 50), zip(".txt", 3, 50), zip(".xml", 1, 130))) {
            assertEquals("report.flood",
                    assertThrows(IOException.class, () -> AggregateReader.read(flood)).getMessage());
        }
    }

    @Test
    void theFilesOfOneReaderShareTheirRows() throws IOException {
        String head = "<feedback><policy_published><domain>example.org</domain></policy_published>";
        var records = new StringBuilder();
        for (int i = 0; i < 90_000; i++) {
            records.append("<record><row><source_ip>").append(i).append("</source_ip><count>1</count></row></record>");
        }
        byte[] file = gzip((head + records + "</feedback>").getBytes(StandardCharsets.UTF_8));
        var reader = new AggregateReader();
        assertEquals(90_000, reader.next(file).getFirst().rows().size());
        assertEquals(90_000, reader.next(file).getFirst().rows().size());
        assertEquals("report.rows", assertThrows(IOException.class, () -> reader.next(file)).getMessage());
    }

    @Test
    void rowsThatSayTheSameAreSummed() throws IOException {
        String many = row("192.0.2.1", 2, true, true, "example.org", "example.org").repeat(250_000)
                + row("192.0.2.1", 3, false, true, "example.org", "example.org");
        AggregateReport report = AggregateReader.read(gzip(report("<feedback>", many).getBytes(StandardCharsets.UTF_8))).getFirst();
        assertEquals(List.of(500_000L, 3L), report.rows().stream().map(AggregateReport.Row::count).toList());
        assertEquals(500_003, AggregateSummary.of("example.org", List.of(report), FakeZone.empty()).passed());
    }

    @Test
    void longTextsCountToo() {
        var report = new StringBuilder("<feedback><policy_published><domain>example.org</domain></policy_published>");
        for (int i = 0; i < 150_000; i++) {
            report.append("<record><identifiers><header_from>").append(i).append("a".repeat(300))
                    .append("</header_from></identifiers></record>");
        }
        byte[] file = report.append("</feedback>").toString().getBytes(StandardCharsets.UTF_8);
        assertEquals("report.rows", assertThrows(IOException.class, () -> AggregateReader.read(gzip(file))).getMessage());
    }
}
