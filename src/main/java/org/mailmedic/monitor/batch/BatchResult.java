package org.mailmedic.monitor.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mailmedic.report.Report;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of results, read to be looked at. It may come from anybody: what is no line of a result is counted and left out.
///
/// @param lines in the order of the file
/// @param torn  how many lines are none of a result, or cut off
/// @param whole false where the file goes on behind the last of the lines
public record BatchResult(List<Line> lines, long torn, boolean whole) {
    private static final int HEAD = 4096;
    private static final int MOST_FOLDERS = 100;
    private static final int MOST_REPORTS = 250_000;
    private static final String REPORT = ".mailmedic.json";

    public BatchResult {
        lines = List.copyOf(lines);
    }

    /// One target as it came out. All words are foreign: as long as a line may be, with whatever letters.
    ///
    /// @param host   a domain where its records were checked; empty where the list named none
    /// @param port   empty for a domain
    /// @param code   empty where nothing stops mail, as are `party` and `title`
    /// @param error  why there is no check-up; empty where there is one
    /// @param report the whole report, where it lies beside the file or in a folder there
    public record Line(String id, String host, OptionalInt port, Report.Outcome outcome, String code, String party, String title,
                       String error, Optional<Path> report) {}

    /// Whether a file begins as a result does. Reads its first bytes.
    ///
    /// @throws IOException when it cannot be read
    public static boolean looksLikeOne(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).strip();
            return head.startsWith("{") && head.lines().findFirst().orElse("").contains("\"" + ResultLine.FORMAT + "\"");
        }
    }

    /// @param most how many lines are wanted
    /// @throws IOException when it cannot be read
    public static BatchResult read(Path file, int most) throws IOException {
        var mapper = JsonMapper.builder().build();
        Map<String, Path> reports = reportsBeside(file);
        var all = new ArrayList<Line>();
        long torn = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            var lines = new Lines(in);
            for (var next = lines.next(); next.isPresent(); next = lines.next()) {
                Optional<Line> line = next.get().trouble().isPresent() ? Optional.empty() : line(mapper, next.get().text(), reports);
                if (line.isPresent() && all.size() == most) {
                    return new BatchResult(all, torn, false);
                }
                line.ifPresent(all::add);
                torn += line.isEmpty() && !next.get().text().isBlank() ? 1 : 0;
            }
        }
        return new BatchResult(all, torn, true);
    }

    private static Optional<Line> line(JsonMapper mapper, String text, Map<String, Path> reports) {
        JsonNode result;
        try {
            result = mapper.readTree(text);
        } catch (JacksonException tornOrForeign) {
            return Optional.empty();
        }
        Optional<Report.Outcome> outcome = Report.Outcome.find(result.path("outcome").asString(""));
        if (!ResultLine.FORMAT.equals(result.path("format").asString("")) || outcome.isEmpty()) {
            return Optional.empty();
        }
        boolean domain = result.path("domain").isString();
        String id = result.path("id").asString("");
        JsonNode port = result.path("port");
        return Optional.of(new Line(id, result.path(domain ? "domain" : "host").asString(""),
                port.isInt() ? OptionalInt.of(port.asInt()) : OptionalInt.empty(), outcome.get(), result.path("code").asString(""),
                result.path("party").asString(""), result.path("title").asString(""), result.path("error").asString(""),
                Optional.ofNullable(reports.get(ReportFolder.name(id, domain)))));
    }

    /// The reports' files by their names: those in the file's folder, and in the folders in it.
    private static Map<String, Path> reportsBeside(Path file) throws IOException {
        Map<String, Path> found = new HashMap<>();
        Path folder = file.toAbsolutePath().resolveSibling("");
        collect(folder, found);
        int folders = 0;
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path each : inside) {
                if (++folders > MOST_FOLDERS) {
                    break;
                }
                collect(each, found);
            }
        }
        return found;
    }

    private static void collect(Path folder, Map<String, Path> found) throws IOException {
        if (!Files.isReadable(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + REPORT)) {
            for (Path each : files) {
                if (found.size() == MOST_REPORTS) {
                    return;
                }
                found.putIfAbsent(each.getFileName().toString(), each);
            }
        }
    }
}
