package org.mailmedic.maildomain.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mailmedic.settings.UnfitFileException;

/// Reads aggregate reports: XML, gzip, or zip, told apart by their first bytes. What comes is hostile: no DTD is read and no entity is
/// resolved, and there is a limit to bytes (after unpacking, too), depth, different rows and the length of each text. Rows that say the
/// same are summed while they are read. One reader is for all files
/// that are looked at together: its limits are for their sum. For one thread.
public final class AggregateReader {
    /// The largest file that is read, in bytes.
    public static final int LARGEST = 32 * 1024 * 1024;
    private static final long LARGEST_UNPACKED = 128L * 1024 * 1024;
    private static final long LARGEST_TOGETHER = 1024L * 1024 * 1024;
    private static final long MOST_TEXT = 32L * 1024 * 1024;
    private static final int MOST_ENTRIES = 20;
    private static final int MOST_ROWS = 200_000;
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 256;
    private static final int MOST_PROVEN = 10;
    private static final int BEGINNING = 64;
    private static final String FLOOD = "report.flood";
    private static final String NONE = "report.none";

    private final Map<String, String> known = new HashMap<>();
    private long unpacked;
    private long text;
    private int rows;

    /// One file alone.
    ///
    /// @throws UnfitFileException when it is no such report
    /// @throws IOException when it is packed, and broken
    public static List<AggregateReport> read(byte[] file) throws IOException {
        return new AggregateReader().next(file);
    }

    /// One of several files.
    ///
    /// @throws UnfitFileException when it is no such report
    /// @throws IOException when it is packed, and broken
    public List<AggregateReport> next(byte[] file) throws IOException {
        if (file.length > LARGEST) {
            throw new UnfitFileException("report.large");
        }
        boolean zip = file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
        boolean gzip = file.length > 2 && (file[0] & 0xff) == 0x1f && (file[1] & 0xff) == 0x8b;
        var bytes = new ByteArrayInputStream(file);
        long until = Math.min(LARGEST_TOGETHER, unpacked + LARGEST_UNPACKED);
        try {
            return zip ? zipped(new ZipInputStream(bytes), until)
                    : List.of(parse(new Bounded(gzip ? new GZIPInputStream(bytes) : bytes, until)));
        } catch (XMLStreamException senseless) {
            // the parser wraps the end of a flood like any other
            throw new UnfitFileException(unpacked >= until ? FLOOD : NONE, Map.of(), senseless);
        }
    }

    private List<AggregateReport> zipped(ZipInputStream archive, long until) throws IOException, XMLStreamException {
        List<AggregateReport> all = new ArrayList<>();
        try (var zip = archive) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null && entries < MOST_ENTRIES; entry = zip.getNextEntry()) {
                entries++;
                var content = new Bounded(zip, until);
                if (!entry.isDirectory() && entry.getName().toLowerCase(Locale.ROOT).endsWith(".xml")) {
                    all.add(parse(content));
                }
                // the archive would unpack what is left all the same, uncounted
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
        if (all.isEmpty()) {
            throw new UnfitFileException("report.empty");
        }
        return all;
    }

    /// Counts what is unpacked, ends a flood, and is closed by whoever opened what is below.
    private final class Bounded extends InputStream {
        private final InputStream below;
        private final long until;

        Bounded(InputStream below, long until) {
            this.below = below;
            this.until = until;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (unpacked >= until) {
                throw new UnfitFileException(FLOOD);
            }
            int count = below.read(buffer, offset, (int) Math.min(length, until - unpacked));
            unpacked += Math.max(0, count);
            return count;
        }
    }

    /// The same text once: reports repeat theirs in every row.
    private String once(String read) {
        String before = known.putIfAbsent(read, read);
        if (before == null) {
            text += read.length();
            return read;
        }
        return before;
    }

    private AggregateReport parse(InputStream xml) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(markup(xml));
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
            throw new UnfitFileException(NONE);
        }
        return whole;
    }

    private final class Parse {
        private final XMLStreamReader xml;
        /// What rows say beside their count, and how many messages they say it of.
        private final Map<AggregateReport.Row, Long> sums = new LinkedHashMap<>();
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
                            throw new UnfitFileException("report.deep");
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
            List<AggregateReport.Row> rows = sums.entrySet().stream().map(each -> each.getKey().counting(each.getValue())).toList();
            if (!feedback || domain.isEmpty() && rows.stream().allMatch(row -> row.headerFrom().isEmpty())) {
                throw new UnfitFileException(NONE);
            }
            return new AggregateReport(organization, domain, begin, end, rows);
        }

        private void ended(String where, String text) throws IOException {
            switch (where) {
                case "report_metadata/org_name" -> organization = text;
                case "report_metadata/date_range/begin" -> begin = moment(text);
                case "report_metadata/date_range/end" -> end = moment(text);
                case "policy_published/domain" -> domain = text.toLowerCase(Locale.ROOT);
                case "record/row/source_ip" -> source = once(text);
                case "record/row/count" -> count = text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
                case "record/row/policy_evaluated/disposition" -> disposition = once(text.toLowerCase(Locale.ROOT));
                case "record/row/policy_evaluated/dkim" -> dkim = text.equalsIgnoreCase("pass");
                case "record/row/policy_evaluated/spf" -> spf = text.equalsIgnoreCase("pass");
                case "record/identifiers/header_from" -> headerFrom = once(text.toLowerCase(Locale.ROOT));
                case "record/auth_results/dkim/domain", "record/auth_results/spf/domain" ->
                        provenDomain = once(text.toLowerCase(Locale.ROOT));
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
            int before = sums.size();
            sums.merge(new AggregateReport.Row(source, 0, disposition, dkim, spf, headerFrom, proven), count, Long::sum);
            AggregateReader.this.rows += sums.size() - before;
            if (AggregateReader.this.rows > MOST_ROWS || AggregateReader.this.text > MOST_TEXT) {
                throw new UnfitFileException("report.rows");
            }
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
