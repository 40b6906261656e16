package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `domain` says of a zone's answers and of its MX, beside what Zonemaster says (zonemaster-cli(1)). Both start from the same root in
/// a network of their own, in which every zone is delegated as on the Internet. Only where it is installed.
@Tag("real")
@Timeout(600)
final class ZonemasterParityTest {
    private static final String ROOT = "203.0.113.1";
    private static final String TOP = "203.0.113.2";
    private static final String FIRST = "203.0.113.3";
    private static final String SECOND = "203.0.113.4";
    private static final String NOBODY = "203.0.113.9";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path ZONEMASTER = Path.of("/usr/bin/zonemaster-cli");

    /// How a zone is signed and what its parent says of that.
    private enum Signing { NONE, RIGHT, WITHOUT_DS, OTHER_DS, RUN_OUT }

    /// What both can tell of a zone.
    private enum Fact { NO_ANSWER, SIGNED, MX, NO_MX, NULL_MX, NULL_BESIDE, ALIAS, DEAD, ODD_NAME, SERVERS_DIFFER }

    private static final Map<String, Fact> SAID = Map.of("Z09_MISSING_MAIL_TARGET", Fact.NO_MX, "Z09_INCONSISTENT_MX", Fact.SERVERS_DIFFER,
            "Z09_INCONSISTENT_MX_DATA", Fact.SERVERS_DIFFER, "Z09_NULL_MX_WITH_OTHER_MX", Fact.NULL_BESIDE, "Z09_NULL_MX_NON_ZERO_PREF",
            Fact.NULL_MX, "Z09_MX_DATA", Fact.MX, "MX_RECORD_IS_CNAME", Fact.ALIAS, "MX_NUMERIC_TLD", Fact.DEAD, "MX_NON_ALLOWED_CHARS",
            Fact.ODD_NAME, "DNSKEY_AND_DS", Fact.SIGNED);

    /// @param ours   what we say where that is something else; empty where it is the same
    /// @param why    the section that explains the difference
    /// @param lines  of the zone beside its name servers
    /// @param second what the second server has in their place, where that is something else
    private record Case(String name, Signing signing, Set<Fact> facts, Set<Fact> ours, String why, String lines, String second) {
        static Case of(String name, Signing signing, String lines, Fact... facts) {
            return new Case(name, signing, new TreeSet<>(List.of(facts)), Set.of(), "", lines, lines);
        }

        Case butWeSay(String section, Fact... others) {
            return new Case(name, signing, facts, new TreeSet<>(List.of(others)), section, lines, second);
        }

        Case secondly(String others) {
            return new Case(name, signing, facts, ours, why, lines, others);
        }
    }

    private static List<Case> cases() {
        String usual = "@ MX 10 mx\n";
        return List.of(
                Case.of("plain", Signing.NONE, usual, Fact.MX),
                Case.of("signed", Signing.RIGHT, usual, Fact.MX, Fact.SIGNED),
                Case.of("island", Signing.WITHOUT_DS, usual, Fact.MX),
                Case.of("otherkey", Signing.OTHER_DS, usual, Fact.NO_ANSWER),
                Case.of("runout", Signing.RUN_OUT, usual, Fact.NO_ANSWER),
                Case.of("nomx", Signing.NONE, "", Fact.NO_MX),
                Case.of("signednomx", Signing.RIGHT, "", Fact.NO_MX, Fact.SIGNED),
                Case.of("website", Signing.NONE, "@ A 198.51.100.80\n", Fact.NO_MX),
                Case.of("nullmx", Signing.NONE, "@ MX 0 .\n", Fact.NULL_MX),
                Case.of("nullmxten", Signing.NONE, "@ MX 10 .\n", Fact.NULL_MX),
                Case.of("nullbeside", Signing.NONE, "@ MX 0 .\n@ MX 10 mx\n", Fact.NULL_BESIDE),
                Case.of("alias", Signing.NONE, "@ MX 10 al\nal CNAME mx\n", Fact.MX, Fact.ALIAS),
                Case.of("dead", Signing.NONE, "@ MX 10 gone\n", Fact.MX).butWeSay("RFC 5321 §5.1", Fact.MX, Fact.DEAD),
                Case.of("outside", Signing.NONE, "@ MX 10 mx.plain.test.\n", Fact.MX),
                Case.of("address", Signing.NONE, "@ MX 10 198.51.100.25.\n", Fact.MX, Fact.DEAD),
                Case.of("oddname", Signing.NONE, "@ MX 10 m_x\nm_x A 198.51.100.25\n", Fact.MX, Fact.ODD_NAME)
                        .butWeSay("RFC 2181 §11", Fact.MX),
                Case.of("differ", Signing.NONE, usual, Fact.SERVERS_DIFFER).secondly("@ MX 10 mx.plain.test.\n"),
                Case.of("halfmx", Signing.NONE, usual, Fact.SERVERS_DIFFER).secondly(""),
                Case.of("lame", Signing.NONE, "", Fact.NO_ANSWER),
                Case.of("refused", Signing.NONE, "", Fact.NO_ANSWER));
    }

    private static String start(String origin, String first, String second) {
        return "$ORIGIN " + origin + "\n$TTL 60\n@ SOA ns1 hostmaster 1 3600 600 86400 60\n@ NS ns1\n" + "ns1 A " + first + "\n"
                + (second.isEmpty() ? "" : "@ NS ns2\nns2 A " + second + "\n");
    }

    private static String child(Case each, String lines) {
        return start(each.name() + ".test.", FIRST, SECOND) + "mx A 198.51.100.25\n" + lines;
    }

    private static Process nsd(Namespace network, Path folder, String address, Map<String, Path> zones) throws IOException {
        network.address(address);
        Path file = Files.writeString(folder.resolve(address + ".conf"), DnsSettings.nsd(address, folder, address, zones));
        Process process = network.command("nsd", "-d", "-c", file).start(folder.resolve("nsd.log"));
        Until.isTrue("a name server listens on " + address, () -> network.command("ss", "-Hlun").succeed().contains(address + ":53"));
        return process;
    }

    /// @return the DS records of the key, for the zone above
    private static String sign(Path folder, String name, Path zone, boolean good) throws IOException {
        String key = Command.of("sh", "-c", "cd " + folder + " && ldns-keygen -a ECDSAP256SHA256 -k " + name).succeed().strip();
        var words = new ArrayList<Object>(List.of("ldns-signzone", "-f", zone + ".signed", zone, folder.resolve(key)));
        if (!good) {
            words.addAll(1, List.of("-i", "20260101", "-e", "20260201"));
        }
        Command.of(words.toArray()).succeed();
        return Files.readString(folder.resolve(key + ".ds")).strip() + "\n";
    }

    private static List<Process> serve(Namespace network, Path folder) throws IOException {
        var first = new TreeMap<String, Path>();
        var second = new TreeMap<String, Path>();
        var top = new StringBuilder(start("test.", TOP, ""));
        for (Case each : cases()) {
            boolean lame = each.name().equals("lame");
            top.append(each.name()).append(" NS ns1.").append(each.name()).append('\n').append("ns1.").append(each.name()).append(" A ")
                    .append(lame ? NOBODY : FIRST).append('\n');
            if (!lame) {
                top.append(each.name()).append(" NS ns2.").append(each.name()).append("\nns2.").append(each.name()).append(" A ")
                        .append(SECOND).append('\n');
            }
            if (lame || each.name().equals("refused")) {
                continue;
            }
            Path zone = Files.writeString(folder.resolve(each.name() + ".zone"), child(each, each.lines()));
            Path other = Files.writeString(folder.resolve(each.name() + ".second"), child(each, each.second()));
            if (each.signing() != Signing.NONE) {
                String ds = sign(folder, each.name() + ".test.", zone, each.signing() != Signing.RUN_OUT);
                top.append(switch (each.signing()) {
                    case RIGHT, RUN_OUT -> ds;
                    case OTHER_DS -> each.name() + " DS 4711 13 2 " + "ab".repeat(32) + "\n";
                    case NONE, WITHOUT_DS -> "";
                });
                zone = Path.of(zone + ".signed");
                other = zone;
            }
            first.put(each.name() + ".test", zone);
            second.put(each.name() + ".test", other);
        }
        Path test = Files.writeString(folder.resolve("test.zone"), top);
        String ds = sign(folder, "test.", test, true);
        Path root = Files.writeString(folder.resolve("root.zone"), start(".", ROOT, "") + "test. NS ns1.test.\nns1.test. A " + TOP + "\n"
                + ds);
        String anchor = sign(folder, ".", root, true).strip().replaceAll("\\s+", " ");
        Files.writeString(folder.resolve("hints"), ". 3600 NS ns1.\nns1. 3600 A " + ROOT + "\n");
        Files.writeString(folder.resolve("unbound.conf"), DnsSettings.unbound(folder, anchor, """
                  root-hints: "%s/hints"
                  local-zone: "test." transparent
                """.formatted(folder)));
        List<Process> servers = new ArrayList<>();
        servers.add(nsd(network, folder, ROOT, Map.of(".", Path.of(root + ".signed"))));
        servers.add(nsd(network, folder, TOP, Map.of("test", Path.of(test + ".signed"))));
        servers.add(nsd(network, folder, FIRST, first));
        servers.add(nsd(network, folder, SECOND, second));
        network.address(NOBODY);
        network.nameServer("127.0.0.1");
        servers.add(network.command("unbound", "-d", "-c", folder.resolve("unbound.conf")).start(folder.resolve("unbound.log")));
        Until.isTrue("the resolver listens", () -> network.command("ss", "-Hlun").succeed().contains("127.0.0.1:53"));
        return servers;
    }

    @Test
    void asZonemasterSays() throws Exception {
        assumeTrue(Files.isExecutable(ZONEMASTER), "zonemaster-cli is not installed");
        var said = new TreeMap<String, String>();
        try (var folder = Workshop.open(); var network = Namespace.create("zonemaster")) {
            Path program = ProgramUnderTest.script(folder.resolve("mailmedic-cli"));
            List<Process> servers = serve(network, folder.path());
            try {
                for (Case each : cases()) {
                    var theirs = network.command(ZONEMASTER, "--hints", folder.resolve("hints"), "--no-ipv6", "--json-stream",
                            "--level", "DEBUG", "--test", "Basic", "--test", "Zone/zone08", "--test", "Zone/zone09", "--test",
                            "Syntax/syntax08", "--test", "DNSSEC/dnssec02", "--test", "DNSSEC/dnssec07", each.name() + ".test").within(Duration.ofMinutes(1)).run();
                    var ours = network.command(program, "domain", each.name() + ".test", "--format", "json", "--resolver", "127.0.0.1",
                            "--blocklists", "none", "--timeout", "3").run();
                    said.put(each.name(), theirs(theirs) + " " + ours(ours));
                }
            } finally {
                servers.forEach(Process::destroy);
                servers.forEach(server -> Until.isTrue("a name server has ended", () -> !server.isAlive()));
            }
        }
        var expected = new TreeMap<String, String>();
        cases().forEach(each -> expected.put(each.name(), each.facts() + " " + (each.why().isEmpty() ? each.facts() : each.ours())));
        assertEquals(expected, said);
    }

    private static Set<Fact> theirs(Command.Result zonemaster) {
        var tags = new TreeSet<String>();
        zonemaster.out().lines().filter(line -> line.startsWith("{")).forEach(line -> tags.add(JSON.readTree(line).path("tag").asString()));
        if (!tags.contains("HAS_NAMESERVERS") || tags.contains("DS02_NO_VALID_DNSKEY_FOR_ANY_DS")
                || tags.contains("DS02_RRSIG_NOT_VALID_BY_DNSKEY")) {
            return Set.of(Fact.NO_ANSWER);
        }
        var facts = new TreeSet<Fact>();
        SAID.forEach((tag, fact) -> {
            if (tags.contains(tag)) {
                facts.add(fact);
            }
        });
        if (facts.contains(Fact.SERVERS_DIFFER)) {
            return Set.of(Fact.SERVERS_DIFFER);
        }
        if (tags.stream().noneMatch(tag -> tag.startsWith("Z09"))) {
            facts.add(Fact.NULL_MX);
        }
        return facts;
    }

    private static Set<Fact> ours(Command.Result domain) {
        JsonNode root = JSON.readTree(domain.out());
        if (!root.path("authority").path("differences").isEmpty()) {
            return Set.of(Fact.SERVERS_DIFFER);
        }
        var facts = new TreeSet<Fact>();
        for (JsonNode record : root.path("records")) {
            if (record.path("type").asString().equals("mx")) {
                facts.addAll(switch (record.path("note").asString()) {
                    case "unanswered" -> Set.of(Fact.NO_ANSWER);
                    case "missing", "implicit" -> Set.of(Fact.NO_MX);
                    case "null" -> Set.of(Fact.NULL_MX);
                    case "fine" -> Set.of(Fact.MX);
                    case "alias" -> Set.of(Fact.MX, Fact.ALIAS);
                    case "null_beside" -> Set.of(Fact.NULL_BESIDE);
                    case "dead", "dead_all", "address_all" -> Set.of(Fact.MX, Fact.DEAD);
                    default -> throw new AssertionError(record);
                });
                if (record.path("authentic").asBoolean()) {
                    facts.add(Fact.SIGNED);
                }
            }
        }
        return facts;
    }
}
