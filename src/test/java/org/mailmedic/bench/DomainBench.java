package org.mailmedic.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.checkup.DomainChecker;
import org.mailmedic.cli.CliMain;
import org.mailmedic.history.ChildJvm;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainQuestion;
import org.mailmedic.maildomain.Keys;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsLookup;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.real.Workshop;

/// A domain's records over a resolver on loopback: how much longer all of it takes than its longest chain of look-ups of which each needs
/// the one before, asked in the same run; and how time and memory grow with the number of domains.
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class DomainBench {
    private static final int DELAY_MS = 50;
    private static final int RUNS = 9;
    private static final double AT_MOST = 1.5;
    private static final String DOMAIN = "firma-eins.de";
    private static final String KEY = quoted(Keys.rsa(2048));

    private record Batch(double seconds, long peakMb, int questions) {}

    /// In pieces of a length that one string may have (RFC 7208 §3.3).
    private static String quoted(String text) {
        var all = new StringBuilder();
        for (int at = 0; at < text.length(); at += 200) {
            all.append('"').append(text, at, Math.min(text.length(), at + 200)).append("\" ");
        }
        return all.toString().strip();
    }

    /// Domains below `.de` that have what most have, and an SPF record that includes five others in a row.
    private static List<String> zone(String type, String name) {
        if (type.equals("PTR")) {
            return List.of("out." + DOMAIN + ".");
        }
        String top = name.substring(name.lastIndexOf('.', Math.max(0, name.length() - 4)) + 1);
        String below = name.length() == top.length() ? "" : name.substring(0, name.length() - top.length() - 1);
        return switch (type + " " + below) {
            case "TXT " -> List.of("\"v=spf1 include:_s1." + top + " -all\"");
            case "TXT _s1", "TXT _s2", "TXT _s3", "TXT _s4" -> List.of("\"v=spf1 include:_s" + (below.charAt(2) - '0' + 1) + "." + top
                    + " ?all\"");
            case "TXT _s5" -> List.of("\"v=spf1 a:out." + top + " ?all\"");
            case "A out" -> List.of("203.0.113.7");
            case "MX " -> List.of("10 mx." + top + ".");
            case "NS " -> List.of("ns." + top + ".");
            case "A mx", "A " -> List.of("203.0.113.25");
            case "TXT default._domainkey" -> List.of(KEY);
            case "TXT _dmarc" -> List.of("\"v=DMARC1; p=reject; rua=mailto:d@" + top + "\"");
            default -> below.isEmpty() || below.matches("_s\\d|out|mx|ns|_domainkey|_dmarc") ? List.of() : null;
        };
    }

    /// Each of these names stands in the answer to the one before.
    private static final List<String> CHAIN = List.of("TXT " + DOMAIN, "TXT _s1." + DOMAIN, "TXT _s2." + DOMAIN, "TXT _s3." + DOMAIN,
            "TXT _s4." + DOMAIN, "TXT _s5." + DOMAIN, "A out." + DOMAIN);

    @Test
    void againstTheLongestChain() throws IOException, InterruptedException {
        try (var dns = new DelayedDns(DELAY_MS, DomainBench::zone)) {
            var server = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), dns.port());
            var plain = new DnsLookup(List.of(server), List.of(), new SystemNetwork(), Duration.ofSeconds(5));
            var checker = DomainChecker.withoutAuthorities(ProviderBook.load());
            var manner = new DomainChecker.Manner(List.of("127.0.0.1:" + dns.port()), Optional.empty(), Duration.ofSeconds(5));
            List<Double> chain = new ArrayList<>();
            List<Double> whole = new ArrayList<>();
            int questions = 0;
            for (int i = 0; i < RUNS + 2; i++) {
                double one = ms(() -> CHAIN.forEach(step -> assertEquals(DnsAnswer.Status.FOUND, plain.ask(step.split(" ")[1],
                        DnsType.valueOf(step.split(" ")[0])).status(), step)));
                int before = dns.asked();
                long start = System.nanoTime();
                DomainLook look = checker.look(DomainQuestion.about(DOMAIN).sendingThrough("203.0.113.7"), manner);
                double all = (System.nanoTime() - start) / 1e6;
                assertEquals(List.of(), look.diagnosis().diagnoses());
                questions = dns.asked() - before;
                if (i >= 2) {
                    chain.add(one);
                    whole.add(all);
                }
            }
            double ratio = Medians.of(whole) / Medians.of(chain);
            new Table("domain-chain", "A whole look at a domain, a resolver that takes " + DELAY_MS + " ms an answer, median of " + RUNS)
                    .line("%-44s %10s %10s", "", "questions", "ms")
                    .line("%-44s %10d %10.0f", "its longest chain of dependent look-ups", CHAIN.size(), Medians.of(chain))
                    .line("%-44s %10d %10.0f", "all of it", questions, Medians.of(whole))
                    .line("%-44s %10s %10.2f", "ratio, at most " + AT_MOST, "", ratio).print();
            assertTrue(ratio <= AT_MOST, () -> "took " + ratio + " times its longest chain");
        }
    }

    @Test
    void byTheNumberOfDomains() throws IOException, InterruptedException {
        var table = new Table("domain-batch",
                "Many domains through batch, 32 at once, a resolver that answers at once, over the whole process");
        table.line("%8s %10s %12s %12s %10s", "domains", "seconds", "ms each", "questions", "peak MB");
        for (int domains : List.of(125, 250, 500, 1_000, 2_000)) {
            Batch got = batch(domains);
            table.line("%8d %10.1f %12.1f %12d %10d", domains, got.seconds(), got.seconds() * 1000 / domains, got.questions(),
                    got.peakMb());
        }
        table.print();
    }

    private static Batch batch(int domains) throws IOException, InterruptedException {
        try (var folder = Workshop.open(); var dns = new DelayedDns(0, DomainBench::zone)) {
            var list = new StringBuilder();
            for (int i = 0; i < domains; i++) {
                list.append("{\"id\":\"d").append(i).append("\",\"domain\":\"firma-").append(i).append(".de\"}\n");
            }
            Path file = Files.writeString(folder.resolve("list.jsonl"), list);
            Path results = folder.resolve("results.jsonl");
            long start = System.nanoTime();
            Process process = ChildJvm.running(CliMain.class, List.of("-Xmx300m"), "batch", file, "--output", results, "--resolver",
                    "127.0.0.1:" + dns.port(), "--timeout", 30).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            long peak = 0;
            while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, FleetBench.residentKb(process.pid()));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            assertEquals(domains, Files.readAllLines(results).size());
            assertEquals(0, process.exitValue(), "every domain is in order");
            return new Batch(seconds, peak / 1024, dns.asked());
        }
    }

    private static double ms(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
