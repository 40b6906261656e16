package org.mailmedic.net.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.history.ChildJvm;
import org.mailmedic.net.LookupTwice;

@Timeout(60)
final class ResolversTest {
    /// What somebody just changed counts at the next look, and not half a minute later.
    @Test
    void noAnswerIsRemembered(@TempDir Path folder) throws IOException, InterruptedException {
        Path hosts = Files.createFile(folder.resolve("hosts"));
        Process program = ChildJvm.running(LookupTwice.class, List.of("-Djdk.net.hosts.file=" + hosts), hosts)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, program.waitFor());
        assertEquals(List.of("none", "192.0.2.1", "192.0.2.2", "none"), said.lines().toList());
    }
}
