package org.mailmedic.explain.log;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A log that `../shared/suites/make-maillog.py` wrote, and the truth about it. A test is skipped where that or python3 is not there.
record MadeLog(Path file, JsonNode truth) {
    private static final Path MAKER = Path.of("..", "shared", "suites", "make-maillog.py");

    static MadeLog of(Path folder, String... options) throws IOException, InterruptedException {
        assumeTrue(Files.isRegularFile(MAKER), "the shared test data is not here");
        Path file = folder.resolve(String.join("", options).replaceAll("[^a-z0-9]", "") + ".log");
        Path truth = folder.resolve(file.getFileName() + ".json");
        List<String> call = new ArrayList<>(List.of("python3", MAKER.toString(), "--out", file.toString(), "--truth"));
        call.addAll(List.of(options));
        Process maker;
        try {
            maker = new ProcessBuilder(call).redirectOutput(truth.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException noPython) {
            return Assumptions.abort("python3 is not here");
        }
        assumeTrue(maker.waitFor() == 0, "python3 could not run it");
        return new MadeLog(file, JsonMapper.shared().readTree(Files.readString(truth)));
    }
}
