package org.mailmedic.maildomain.report;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads aggregate reports: XML, gzip, or zip, told apart by their first bytes. What comes is hostile: no DTD is read and no entity is
/// resolved, and there is a limit to bytes (after unpacking, too), depth, rows and the length of each text.
public final class AggregateReader {
    /// The largest file that is read, in bytes.
    public static final int LARGEST = 32 * 1024 * 1024;
    private static final long LARGEST_UNPACKED = 128L * 1024 * 1024;
    private static final int MOST_ENTRIES = 20;
    private static final int MOST_ROWS = 200_000;
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 1024;
    private static final int MOST_PROVEN = 10;
    private static final int BEGINNING = 64;

    private AggregateReader() {}

    /// @throws IOException when it is no such report; the message completes "it …" and is fit to be shown
    public static List<AggregateReport> read(byte[] file) throws IOException {
        if (file.length > LARGEST) {
            throw new IOException("is larger than 32 MB");
        }
        boolean zip = file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
        boolean gzip = file.length > 2 && (file[0] & 0xff) == 0x1f && (file[1] & 0xff) == 0x8b;
        try {
            return zip ? zipped(file) : List.of(parse(gzip ? new GZIPInputStream(new ByteArrayInputStream(file))
                    : new ByteArrayInputStream(file)));
        } catch (XMLStreamException senseless) {
            throw new IOException("is no DMARC aggregate report", senseless);
        }
    }

    private static List<AggregateReport> zipped(byte[] file) throws IOException, XMLStreamException {
        List<AggregateReport> all = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null && entries < MOST_ENTRIES; entry = zip.getNextEntry()) {
                entries++;
                if (!entry.isDirectory() && entry.getName().toLowerCase(Locale.ROOT).endsWith(".xml")) {
                    all.add(parse(new Unclosed(zip)));
                }
            }
        }
        if (all.isEmpty()) {
            throw new IOException("holds no report");
        }
        return all;
    }

    /// The parser must not close the archive after its first entry.
    private static final class Unclosed extends BufferedInputStream {
        Unclosed(InputStream zip) {
            super(zip);
        }

        @Override
        public void close() {
            // the archive is closed by whoever opened it
        }
    }

    /// Ends a flood that unpacks to more than any report.
    private static final class Bounded extends InputStream {
        private final InputStream below;
        private long left = LARGEST_UNPACKED;

        Bounded(InputStream below) {
            this.below = below;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("unpacks to more than any report");
            }
            int count = below.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }

    private static AggregateReport parse(InputStream xml) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(markup(new Bounded(xml)));
        try {
            return new Parse(reader).report();
        } finally {
            reader.close();
        }
    }

    /// The same bytes, once they begin as XML does in any encoding: the parser speaks up on standard error about some that do not.
    private static InputStream markup(InputStream xml) throws IOException {
        var whole = new PushbackInputStream(xml, BEGINNING);
        byte[] head = whole.readNBytes(BEGINNING);
        whole.unread(head);
        String signs = new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                .replace("\0", "").stripLeading();
        if (!signs.isEmpty() && signs.charAt(0) != '<') {
            throw new IOException("is no DMARC aggregate report");
        }
        return whole;
    }

    private static final class Parse {
        private final XMLStreamReader xml;
        private final List<AggregateReport.Row> rows = new ArrayList<>();
        private final List<String> path = new ArrayList<>();
        private String organization = "";
        private String domain = "";
        private Optional<Instant> begin = Optional.empty();
        private Optional<Instant> end = Optional.empty();
        private String source = "";
        private long count;
        private String disposition = "";
        private boolean dkim;
        private boolean spf;
        private String headerFrom = "";
        private List<String> proven = new ArrayList<>();
        private String provenDomain = "";
        private String provenResult = "";
        private boolean feedback;

        Parse(XMLStreamReader xml) {
            this.xml = xml;
        }

        AggregateReport report() throws XMLStreamException, IOException {
            var text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.add(xml.getLocalName());
                        text.setLength(0);
                        if (path.size() > DEEPEST) {
                            throw new IOException("is too deep for a report");
                        }
                        feedback |= path.size() == 1 && path.getFirst().equals("feedback");
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        int room = LONGEST_TEXT - text.length();
                        if (room > 0) {
                            text.append(xml.getText(), 0, Math.min(room, xml.getTextLength()));
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        ended(String.join("/", path.subList(Math.min(1, path.size()), path.size())), text.toString().strip());
                        path.removeLast();
                        text.setLength(0);
                    }
                    default -> { }
                }
            }
            if (!feedback || domain.isEmpty() && rows.stream().allMatch(row -> row.headerFrom().isEmpty())) {
                throw new IOException("is no DMARC aggregate report");
            }
            return new AggregateReport(organization, domain, begin, end, rows);
        }

        private void ended(String where, String text) throws IOException {
            switch (where) {
                case "report_metadata/org_name" -> organization = text;
                case "report_metadata/date_range/begin" -> begin = moment(text);
                case "report_metadata/date_range/end" -> end = moment(text);
                case "policy_published/domain" -> domain = text.toLowerCase(Locale.ROOT);
                case "record/row/source_ip" -> source = text;
                case "record/row/count" -> count = text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
                case "record/row/policy_evaluated/disposition" -> disposition = text.toLowerCase(Locale.ROOT);
                case "record/row/policy_evaluated/dkim" -> dkim = text.equalsIgnoreCase("pass");
                case "record/row/policy_evaluated/spf" -> spf = text.equalsIgnoreCase("pass");
                case "record/identifiers/header_from" -> headerFrom = text.toLowerCase(Locale.ROOT);
                case "record/auth_results/dkim/domain", "record/auth_results/spf/domain" -> provenDomain = text.toLowerCase(Locale.ROOT);
                case "record/auth_results/dkim/result", "record/auth_results/spf/result" -> provenResult = text;
                case "record/auth_results/dkim", "record/auth_results/spf" -> proven();
                case "record" -> row();
                default -> { }
            }
        }

        private void proven() {
            if (provenResult.equalsIgnoreCase("pass") && !provenDomain.isEmpty() && proven.size() < MOST_PROVEN
                    && !proven.contains(provenDomain)) {
                proven.add(provenDomain);
            }
            provenDomain = "";
            provenResult = "";
        }

        private void row() throws IOException {
            if (rows.size() >= MOST_ROWS) {
                throw new IOException("has more rows than any report");
            }
            rows.add(new AggregateReport.Row(source, count, disposition, dkim, spf, headerFrom, proven));
            source = "";
            count = 0;
            disposition = "";
            dkim = false;
            spf = false;
            headerFrom = "";
            proven = new ArrayList<>();
        }

        private static Optional<Instant> moment(String seconds) {
            try {
                return seconds.matches("\\d{1,12}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds))) : Optional.empty();
            } catch (DateTimeException senseless) {
                return Optional.empty();
            }
        }
    }
}
