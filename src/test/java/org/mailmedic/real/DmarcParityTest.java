package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dmarc.Dmarc;
import org.mailmedic.maildomain.dmarc.DmarcPolicy;
import org.mailmedic.maildomain.dmarc.DmarcState;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.dns.DnsLookup;

/// The same DMARC records, read by this program and by others over the same name server. Each difference stands in `dmarc-parity.txt` with
/// the rule that decides it: one that does not, and one that is no more, fails.
@Tag("real")
final class DmarcParityTest {
    private static Workshop folder;
    private static Namespace network;
    private static NsdServer nsd;
    private static Process inside;
    private static List<Case> cases;
    private static Map<String, String> ours;

    /// @param differing the names of the other programs that read it otherwise
    private record Case(String title, List<String> texts, Set<String> differing) {}

    private static String resource(String name) throws IOException {
        try (InputStream in = DmarcParityTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Case> read() throws IOException {
        List<Case> all = new ArrayList<>();
        for (String line : resource("dmarc-parity.txt").lines().filter(each -> !each.startsWith("#")).toList()) {
            switch (line.charAt(0)) {
                case '=' -> all.add(new Case(line.substring(2), new ArrayList<>(), new TreeSet<>()));
                case '!' -> all.getLast().differing().add(line.substring(2, line.indexOf(':')));
                default -> all.getLast().texts().add(line);
            }
        }
        return all;
    }

    /// Below a name of the Public Suffix List: Mail::DMARC takes no other.
    private static String domain(int number) {
        return "c" + number + ".org";
    }

    @BeforeAll
    static void serve() throws IOException {
        folder = Workshop.open();
        network = Namespace.create("dmarc");
        network.nameServer("127.0.0.1");
        cases = read();
        var zone = new StringBuilder();
        for (int i = 0; i < cases.size(); i++) {
            zone.append("c").append(i).append(" A 192.0.2.1\n");
            for (String text : cases.get(i).texts()) {
                zone.append("_dmarc.c").append(i).append(" TXT \"").append(text.replace("ORIGIN", domain(i))).append("\"\n");
            }
        }
        nsd = NsdServer.start(folder.path(), Map.of("org", zone.toString()));
        // opendmarc-check asks on the usual port alone
        Path settings = Files.writeString(folder.resolve("inside.conf"), Files.readString(folder.resolve("nsd.conf"))
                .replace("127.0.0.1@" + nsd.port(), "127.0.0.1").replace("/nsd.", "/inside."));
        inside = network.command("nsd", "-d", "-c", settings).start(folder.resolve("inside.log"));
        Until.isTrue("the name server listens", () -> network.command("ss", "-Hlun").succeed().contains("127.0.0.1:53"));
        var lookup = new DnsLookup(List.of(new InetSocketAddress("127.0.0.1", nsd.port())), List.of(), new SystemNetwork(),
                Duration.ofSeconds(3));
        ours = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            DmarcState state = new Dmarc(lookup::ask).of(domain(i));
            ours.put(domain(i), state.policy().map(policy -> String.join(" ", policy.id(), state.record()
                    .flatMap(record -> record.policy("sp")).map(DmarcPolicy::id).orElse("-"), state.adkim().orElse("r"),
                    state.aspf().orElse("r"))).orElse("nothing"));
        }
    }

    @AfterAll
    static void end() throws IOException {
        if (inside != null) {
            inside.destroy();
            Until.isTrue("the name server has ended", () -> !inside.isAlive());
        }
        if (nsd != null) {
            nsd.close();
        }
        network.close();
        folder.close();
    }

    private static void same(String program, Map<String, String> theirs) {
        assertEquals(ours.keySet(), theirs.keySet(), program);
        var differing = new TreeMap<String, String>();
        var explained = new TreeSet<String>();
        for (int i = 0; i < cases.size(); i++) {
            String here = ours.get(domain(i));
            String there = theirs.get(domain(i));
            if (!here.equals(there)) {
                differing.put(cases.get(i).title(), "here " + here + ", there " + there);
            }
            if (cases.get(i).differing().contains(program)) {
                explained.add(cases.get(i).title());
            }
        }
        assertEquals(explained, differing.keySet(), () -> program + ": " + differing);
        assertTrue(ours.size() >= 30, "records: " + ours.size());
    }

    @Test
    void asMailDmarcReads() throws IOException {
        Path script = Files.writeString(folder.resolve("dmarc.pl"), resource("dmarc-parity.pl"));
        String said = Command.of("perl", script, nsd.port()).reading(String.join("\n", ours.keySet()) + "\n").succeed();
        same("perl", said.lines().map(line -> line.split("\t")).collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, _) -> a,
                LinkedHashMap::new)));
    }

    @Test
    void asOpendmarcReads() {
        var theirs = new LinkedHashMap<String, String>();
        for (String domain : ours.keySet()) {
            var read = network.command("opendmarc-check", domain).run();
            theirs.put(domain, read.code() == 0 ? opendmarc(read.out()) : "nothing");
        }
        same("opendmarc", theirs);
    }

    private static String opendmarc(String out) {
        Map<String, String> all = out.lines().filter(line -> line.contains(": ")).map(line -> line.strip().split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].toLowerCase(Locale.ROOT), (a, _) -> a));
        return String.join(" ", all.get("Domain policy"), all.get("Subdomain policy").replace("unspecified", "-"),
                all.get("DKIM alignment").substring(0, 1), all.get("SPF alignment").substring(0, 1));
    }
}
