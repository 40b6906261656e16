package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.mailmedic.product.WholeFile;
import org.mailmedic.report.Report;

/// The folder of the whole reports, a file each. The name is made from the line's id, which is foreign text: it can neither leave the
/// folder nor meet another one's name.
public final class ReportFolder {
    private static final int LONGEST_NAME = 80;
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
    void keep(ResultLine line, Checked checked) throws IOException {
        if (healthyToo || line.outcome() != Report.Outcome.HEALTHY) {
            WholeFile.write(folder.resolve(name(line.id())), checked.document().get().getBytes(StandardCharsets.UTF_8));
        }
    }

    static String name(String id) {
        boolean plain = id.length() <= LONGEST_NAME && id.matches("[a-z0-9_@+-][a-z0-9._@+-]*");
        String safe = id.replaceAll("[^A-Za-z0-9_@+-]", "_");
        String stem = plain ? id : safe.substring(0, Math.min(LONGEST_NAME, safe.length())) + "-"
                + String.format("%016x", LongSet.hash(id));
        return stem + ".mailmedic.json";
    }
}
