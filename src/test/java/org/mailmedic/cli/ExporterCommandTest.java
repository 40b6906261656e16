package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `exporter` says before it listens; here it never comes to that, since the port is taken.
final class ExporterCommandTest {
    @TempDir
    private Path folder;

    private Call exporter(Path log) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return new Call().run("exporter", "--listen", "127.0.0.1:" + taken.getLocalPort(), "--any-target", "--log", log.toString(),
                    "--lang", "en");
        }
    }

    @Test
    void aLogThatIsNotThereYetIsNamed() throws IOException {
        Call call = exporter(folder.resolve("mail.log"));
        assertEquals(2, call.code(), call.err());
        assertEquals("The mail log " + folder.resolve("mail.log") + " is not there yet. It is followed as soon as it is.",
                call.err().lines().findFirst().orElseThrow());
        assertTrue(call.err().contains("choose another port with --listen"), call.err());
    }

    @Test
    void oneThatIsThereNeedsNoWord() throws IOException {
        Call call = exporter(Files.createFile(folder.resolve("mail.log")));
        assertEquals(2, call.code(), call.err());
        assertEquals(1, call.err().lines().count(), call.err());
    }
}
