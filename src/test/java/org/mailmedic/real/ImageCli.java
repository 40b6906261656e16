package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The program as it is shipped: `target/image/bin/mailmedic-cli`, started as a process of its own.
public final class ImageCli {
    private ImageCli() {}

    public static final Path PATH = Path.of("target", "image", "bin", "mailmedic-cli").toAbsolutePath();

    /// What came of one `diagnose --format json`.
    public record Outcome(int exit, JsonNode report, Command.Result raw) {
        public String outcome() {
            return report.path("outcome").asString();
        }

        public List<String> diagnoses() {
            return codes("diagnoses");
        }

        public List<String> warnings() {
            return codes("warnings");
        }

        private List<String> codes(String list) {
            var codes = new ArrayList<String>();
            report.path(list).forEach(one -> codes.add(one.path("code").asString()));
            return codes;
        }
    }

    /// The words of a `diagnose` with these options, to be run in a network or wrapped in something else.
    public static List<Object> diagnose(List<?> options) {
        assertTrue(Files.isExecutable(PATH), () -> "the image is not built: " + PATH);
        var words = new ArrayList<Object>(List.of(PATH, "diagnose", "--format", "json"));
        words.addAll(options);
        return words;
    }

    public static Outcome outcome(Command diagnose) {
        var result = diagnose.run();
        try {
            return new Outcome(result.code(), JsonMapper.shared().readTree(result.out()), result);
        } catch (RuntimeException e) {
            throw new AssertionError("no report, but exit code " + result.code() + "\n" + result.out() + result.err(), e);
        }
    }
}
