package org.mailmedic.report.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.mailmedic.report.html.HtmlWriter;
import org.mailmedic.report.story.Story;

/// What a PDF says about itself: title, language, program and time; and that it can be read aloud (PDF/UA-1, ISO 14289-1 §5).
final class PdfFacts {
    private PdfFacts() {}

    static void write(Story story, Instant created, PDDocument document) throws IOException {
        var information = new PDDocumentInformation();
        information.setTitle(story.title());
        information.setCreator(story.program());
        information.setProducer(story.program());
        information.setCreationDate(GregorianCalendar.from(created.atZone(ZoneOffset.UTC)));
        document.setDocumentInformation(information);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(story.language());
        var preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        catalog.setMetadata(new PDMetadata(document, new ByteArrayInputStream(packet(story, created).getBytes(StandardCharsets.UTF_8))));
    }

    /// The same once more as an XMP packet (ISO 16684-1), which is where readers look for the promise.
    private static String packet(Story story, Instant created) {
        var xml = new HtmlWriter();
        xml.raw("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
        xml.open("x:xmpmeta", "xmlns:x", "adobe:ns:meta/");
        xml.open("rdf:RDF", "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        xml.raw("""
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
            """);
        xml.open("dc:title");
        xml.open("rdf:Alt");
        xml.element("rdf:li", story.title(), "xml:lang", "x-default");
        xml.close("rdf:Alt");
        xml.close("dc:title");
        xml.element("xmp:CreatorTool", story.program());
        xml.element("pdf:Producer", story.program());
        xml.element("xmp:CreateDate", created.truncatedTo(ChronoUnit.SECONDS).toString());
        xml.close("rdf:Description");
        xml.close("rdf:RDF");
        xml.close("x:xmpmeta");
        xml.raw("<?xpacket end=\"r\"?>");
        return xml.toString();
    }
}
