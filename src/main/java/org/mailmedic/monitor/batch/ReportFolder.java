package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailmedic.product.WholeFile;
import org.mailmedic.report.Report;

/// The folder of the whole reports, a file each. The name is made from the line's id, which is foreign text: it can neither leave the
/// folder nor meet another one's name.
public final class ReportFolder {
    private static final int LONGEST_NAME = 80;

    /// What Windows takes for a device, whatever stands behind the first dot.
    private static final Pattern DEVICE = Pattern.compile("(?:con|prn|aux|nul|conin\\$|conout\\$|com\\d|lpt\\d)(?:\\..*)?");

    private final Path folder;
    private final boolean healthyToo;

    private ReportFolder(Path folder, boolean healthyToo) {
        this.folder = folder;
        this.healthyToo = healthyToo;
    }

    /// @param healthyToo whether those are kept as well in which nothing stops mail
    public static ReportFolder open(Path folder, boolean healthyToo) throws Unfit {
        try {
            Files.createDirectories(folder);
        } catch (IOException notMade) {
            throw new Unfit("reports_folder", Map.of("folder", folder.toString()));
        }
        if (!Files.isWritable(folder)) {
            throw new Unfit("reports_folder", Map.of("folder", folder.toString()));
        }
        return new ReportFolder(folder, healthyToo);
    }

    /// @param line what was said of it, which may be worse than what its report alone tells
    /// @return why this one could not be kept, while others can; empty where all is well
    /// @throws IOException when no report can be kept any more
    Optional<IOException> keep(ResultLine line, Checked checked) throws IOException {
        if (!healthyToo && line.outcome() == Report.Outcome.HEALTHY) {
            return Optional.empty();
        }
        byte[] document = checked.document().get().getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(name(line.id(), line.domain()));
        try {
            WholeFile.write(file, document);
            return Optional.empty();
        } catch (IOException trouble) {
            if (!othersCanBeKept(document)) {
                throw trouble;
            }
            return Optional.of(trouble);
        }
    }

    /// A full disk takes no file of that length, under whatever name.
    private boolean othersCanBeKept(byte[] document) throws IOException {
        Path other = null;
        try {
            other = Files.createTempFile(folder, ".mailmedic-", ".part");
            Files.write(other, document);
            return true;
        } catch (IOException noPlace) {
            return false;
        } finally {
            if (other != null) {
                Files.deleteIfExists(other);
            }
        }
    }

    /// The records of a domain are no report of a check-up, which `report` opens: their name says so.
    static String name(String id, boolean domain) {
        boolean plain = id.length() <= LONGEST_NAME && id.matches("[a-z0-9_@+-][a-z0-9._@+-]*") && !DEVICE.matcher(id).matches();
        String safe = id.replaceAll("[^A-Za-z0-9_@+-]", "_");
        String stem = plain ? id : safe.substring(0, Math.min(LONGEST_NAME, safe.length())) + "-"
                + String.format("%016x", LongSet.hash(id));
        return stem + (domain ? ".domain.json" : ".mailmedic.json");
    }
}
