package org.mailmedic.report.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailmedic.report.Fixtures;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportDocument;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.report.json.ReportSchema;
import org.mailmedic.report.mask.Masking.Kind;
import org.mailmedic.report.text.TextReport;

final class MaskingTest {
    private static final OwnNames SELF = new OwnNames("annas-laptop", "aberg", List.of("/home/aberg"));

    private static Report saying(String... lines) {
        var report = Fixtures.report("blocked");
        return new Report(report.id(), report.created(), report.tool(), report.settings(), report.outcome(), report.diagnoses(),
                report.warnings(),
                report.stages(), report.evidence(), List.of(lines).stream().map(line -> new Report.Line(1, "server", line)).toList(),
                report.totalMs());
    }

    private static String masked(String line, Kind... kinds) {
        var set = EnumSet.noneOf(Kind.class);
        set.addAll(List.of(kinds));
        return new Masking(set).apply(saying(line), SELF).transcript().getFirst().line();
    }

    @Test
    void nothingOfThePersonIsLeftByDefault() {
        var report = Fixtures.report("blocked");
        var masked = Masking.usual().apply(report, SELF);
        String json = JsonReport.write(masked);
        for (String trace : List.of("anna", "berg", "friend@", "192.168.178.23", "203.0.113.77", "p4fd1a2b3")) {
            assertTrue(JsonReport.write(report).contains(trace), trace);
            assertFalse(json.toLowerCase().contains(trace), trace + " in " + json);
        }
        assertEquals("a•••@gmx.example", masked.settings().get("user"));
        assertEquals("a•••@gmx.example", masked.settings().get("from"));
        assertEquals("f•••@mail.example", masked.settings().get("to"));
        assertEquals(List.of("addresses", "own_addresses", "user"), masked.masked());
        assertEquals("EHLO [192.168.•.•]", masked.transcript().get(2).line());
        assertEquals("250-gmx.example Hello •••.dip0.example.net [203.0.•.•]", masked.transcript().get(3).line());
    }

    @Test
    void whatTheReportIsAboutStays() {
        var report = Fixtures.report("blocked");
        var masked = Masking.usual().apply(report, SELF);
        assertEquals(report.settings().get("host"), masked.settings().get("host"));
        assertEquals(report.diagnoses(), masked.diagnoses());
        assertEquals(report.stages(), masked.stages());
        assertEquals(report.evidence().stream().map(e -> e.get("address")).toList(), masked.evidence().stream().map(e -> e.get("address"))
                .toList());
        assertEquals(report.evidence().stream().map(e -> e.get("certificate")).toList(), masked.evidence().stream()
                .map(e -> e.get("certificate")).toList());
        assertTrue(ReportSchema.shipped().check(ReportDocument.of(masked)).isEmpty());
    }

    @Test
    void maskedTwiceIsMaskedOnce() {
        var once = Masking.usual().apply(Fixtures.report("blocked"), SELF);
        assertEquals(once, Masking.usual().apply(once, SELF));
    }

    @ParameterizedTest
    @EnumSource
    void eachKindByItself(Kind kind) {
        String line = "anna.berg@gmx.example zoe@other.example [203.0.113.77] annas-laptop /home/aberg/Shop/ca.pem";
        assertEquals(switch (kind) {
            case USER -> "a•••@gmx.example zoe@other.example [203.0.113.77] annas-laptop /home/aberg/Shop/ca.pem";
            case ADDRESSES -> "a•••@gmx.example z•••@other.example [203.0.113.77] annas-laptop /home/aberg/Shop/ca.pem";
            case OWN_ADDRESSES -> "anna.berg@gmx.example zoe@other.example [203.0.•.•] annas-laptop /home/aberg/Shop/ca.pem";
            case COMPUTER -> "anna.berg@gmx.example zoe@other.example [203.0.113.77] a••• /home/aberg/Shop/ca.pem";
            case FOLDERS -> "anna.berg@gmx.example zoe@other.example [203.0.113.77] annas-laptop /home/a•••/S•••/ca.pem";
        }, masked(line, kind));
        assertTrue(new Masking(Set.of(kind)).apply(saying(line), SELF).masked().contains(kind.id()));
    }

    @Test
    void theSameIsTheSameAndOthersAreOthers() {
        assertEquals("x•••@x.example x•••2@x.example x•••@x.example x•••2@y.example",
                masked("xaver@x.example xenia@x.example XAVER@x.example xenia@y.example", Kind.ADDRESSES));
        assertEquals("[203.0.•.•] [203.0.•.•2] [203.0.•.•]", masked("[203.0.113.77] [203.0.200.1] [203.0.113.77]", Kind.OWN_ADDRESSES));
    }

    @Test
    void theUserNameInEveryWayOfWriting() {
        String user = "anna.berg@gmx.example";
        byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
        for (String form : List.of(user, user.toUpperCase(), Base64.getEncoder().encodeToString(bytes), HexFormat.of().formatHex(bytes),
                user.replace("@", "%40"), Base64.getEncoder().encodeToString(("\0" + user + "\0xyz").getBytes(StandardCharsets.UTF_8)))) {
            String line = masked("334 said " + form + " to us", Kind.USER);
            assertFalse(line.contains(form), line);
            assertTrue(line.startsWith("334 said ") && line.endsWith(" to us"), line);
        }
        assertEquals("535 no mailbox a••• here", masked("535 no mailbox anna.berg here", Kind.USER));
        assertEquals("535 no mailbox susanna.bergen here", masked("535 no mailbox susanna.bergen here", Kind.USER));
    }

    @Test
    void addressesInEveryShape() {
        assertEquals("RCPT TO:<s•••@mail.example>", masked("RCPT TO:<shop+friend@mail.example>", Kind.ADDRESSES));
        assertEquals("<\"•••@mail.example>", masked("<\"fr ie@nd\"@mail.example>", Kind.ADDRESSES));
        assertEquals("ü•••@bücher.example", masked("über@bücher.example", Kind.ADDRESSES));
        assertEquals("z•••@[192.0.2.1]", masked("zoe@[192.0.2.1]", Kind.ADDRESSES));
        assertEquals("a @ b, @here, x@ y", masked("a @ b, @here, x@ y", Kind.ADDRESSES));
    }

    @Test
    void ownAddressesOnly() {
        assertEquals("[2001:db8:•]", masked("[2001:db8:99::7]", Kind.OWN_ADDRESSES));
        assertEquals("at 14:02:33, [127.0.0.1], 250 2.1.0 ok, mail.gmx.example [192.0.2.168]",
                masked("at 14:02:33, [127.0.0.1], 250 2.1.0 ok, mail.gmx.example [192.0.2.168]", Kind.OWN_ADDRESSES));
    }

    @Test
    void foldersOfEverySystem() {
        assertEquals("C:\\Users\\A•••\\D•••\\ca.pem", masked("C:\\Users\\Anna\\Desktop\\ca.pem", Kind.FOLDERS));
        assertEquals("/Users/z•••/ca.pem", masked("/Users/zoe/ca.pem", Kind.FOLDERS));
        assertEquals("/etc/ssl/certs/ca.pem", masked("/etc/ssl/certs/ca.pem", Kind.FOLDERS));
        assertEquals("250 a••• is signed in", masked("250 aberg is signed in", Kind.FOLDERS));
    }

    @Test
    void aHostThatIsCalledLikeTheComputerStaysReadable() {
        var report = Fixtures.report("blocked");
        var masked = Masking.usual().apply(report, new OwnNames("mail", "gmx", List.of("")));
        assertEquals("mail.gmx.example", masked.settings().get("host"));
        assertTrue(masked.diagnoses().getFirst().summary().contains("mail.gmx.example"));
    }

    @Test
    void noneIsAsMeasured() {
        var report = Fixtures.report("blocked");
        assertEquals(report, Masking.none().apply(report, SELF));
        assertEquals(Set.of(Kind.USER), Masking.none().with(Kind.USER, true).kinds());
        assertEquals(4, Masking.usual().with(Kind.USER, false).kinds().size());
    }

    /// The preview is the rendering of what is saved: opened again, the file renders the same.
    @Test
    void thePreviewIsWhatIsSaved() {
        var masked = Masking.usual().apply(Fixtures.report("blocked"), SELF);
        var opened = assertInstanceOf(OpenedReport.Opened.class,
                ReportReader.read(JsonReport.write(masked).getBytes(StandardCharsets.UTF_8)));
        assertEquals(JsonReport.write(masked), JsonReport.write(opened.document()));
        assertEquals(TextReport.write(masked, false), TextReport.write(opened.report(), false));
        assertEquals(masked.masked(), opened.report().masked());
    }

    @Test
    void anOpenedReportCanBeMaskedWithoutLosingWhatIsNotKnown() {
        String json = new String(Fixtures.bytes("blocked"), StandardCharsets.UTF_8).replaceFirst("\"version\": 1,",
                "\"version\": 1, \"future\": {\"note\": \"anna.berg@gmx.example\"},");
        var opened = assertInstanceOf(OpenedReport.Opened.class, ReportReader.read(json.getBytes(StandardCharsets.UTF_8)));
        var masked = Masking.usual().apply(opened, OwnNames.UNKNOWN);
        assertEquals(Map.of("note", "a•••@gmx.example"), masked.document().get("future"));
        assertEquals(OpenedReport.Digest.MATCHES, masked.digest());
        assertFalse(JsonReport.write(masked.document()).contains("anna.berg"));
    }

    @Test
    void aDamagedReportIsNotSealedAnew() {
        var document = new LinkedHashMap<>(Fixtures.opened("blocked").document());
        document.put("digest", "sha-256:" + "0".repeat(64));
        var masked = Masking.usual().apply(ReportReader.opened(document), OwnNames.UNKNOWN);
        assertEquals(OpenedReport.Digest.ABSENT, masked.digest());
    }

    @Test
    void thisComputerKnowsItself() {
        var here = OwnNames.here();
        assertEquals(System.getProperty("user.name"), here.account());
        assertTrue(Pattern.matches("[^\\s]*", here.computer()));
    }
}
