package org.mailmedic.ui.details;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.mailmedic.advice.FactWords;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;
import org.mailmedic.ui.part.Texts;

/// The certificates that were shown: the chain, names, dates, who vouches for it, and why it is trusted or not.
final class CertificateModel {
    /// One chain and where it was shown.
    ///
    /// @param reasons why it is not trusted, in sentences; empty when it is
    /// @param facts   what holds for the connection as a whole
    record Shown(String where, DetailTone tone, String verdict, List<String> reasons, List<Pair> facts, List<Link> chain) {}

    /// One certificate of a chain.
    record Link(String place, String name, List<Pair> facts) {}

    record Pair(String name, String value) {}

    private static final String KEY = "details.certificate.";
    private static final int BYTE = 2;
    /// More than any server sends. A report from elsewhere may hold anything; all of it stands under "Evidence".
    private static final int MOST_CHAINS = 10;
    private static final int MOST_LINKS = 20;
    private final Report report;
    private final Texts texts;
    private final FactWords words;
    private final ZoneId zone;
    private final List<Shown> shown;

    /// @param zone of the dates
    CertificateModel(Report report, Texts texts, FactWords words, ZoneId zone) {
        this.report = report;
        this.texts = texts;
        this.words = words;
        this.zone = zone;
        Map<String, List<DetailFact>> chains = new LinkedHashMap<>();
        DetailFact.all(report.evidence()).stream().filter(fact -> fact.fact("certificate").isPresent())
                .forEach(fact -> chains.computeIfAbsent(fingerprint(fact), _ -> new ArrayList<>()).add(fact));
        shown = chains.values().stream().sorted((one, other) -> Boolean.compare(asked(other), asked(one))).limit(MOST_CHAINS)
                .map(this::shown)
                .toList();
    }

    List<Shown> shown() {
        return shown;
    }

    /// Why there is nothing to show.
    String nothing() {
        boolean tried = !Seen.in(report, EvidenceKind.TLS).isEmpty();
        return texts.get(KEY + (tried ? "none" : "not_reached"));
    }

    private static boolean asked(List<DetailFact> seen) {
        return seen.stream().anyMatch(fact -> fact.role().equals("target"));
    }

    /// Chains are the same when all their certificates are and the same is wrong with them.
    private static String fingerprint(DetailFact fact) {
        DetailFact certificate = fact.fact("certificate").orElseThrow();
        return certificate.facts("chain").stream().map(each -> each.text("sha256")).collect(Collectors.joining(","))
                + certificate.texts("problems") + fact.text("host");
    }

    private Shown shown(List<DetailFact> seen) {
        DetailFact first = seen.stream().filter(fact -> fact.role().equals("target")).reduce((_, last) -> last).orElse(seen.getFirst());
        DetailFact certificate = first.fact("certificate").orElseThrow();
        List<DetailFact> chain = certificate.facts("chain");
        List<String> reasons = certificate.texts("problems").stream().map(problem -> reason(problem, first, certificate)).toList();
        boolean trusted = reasons.isEmpty();
        var facts = new ArrayList<Pair>();
        facts.add(new Pair(texts.get(KEY + "names"), String.join(", ", certificate.texts("names"))));
        facts.add(new Pair(texts.get(KEY + "vouch.system"), vouches(certificate.is("trusted_by_system"))));
        facts.add(new Pair(texts.get(KEY + "vouch.java"), vouches(certificate.is("trusted_by_java"))));
        if (!first.text("protocol").isEmpty()) {
            facts.add(new Pair(texts.get(KEY + "connection"), first.text("protocol") + ", " + first.text("cipher")));
        }
        var links = new ArrayList<Link>();
        for (int i = 0; i < Math.min(chain.size(), MOST_LINKS); i++) {
            links.add(link(chain.get(i), i, chain.size()));
        }
        String where = seen.stream().map(fact -> StepName.of(fact, texts).where()).distinct().collect(Collectors.joining("; "));
        return new Shown(where, trusted ? DetailTone.FINE : first.role().equals("target") ? DetailTone.BROKEN : DetailTone.CAUTION,
                texts.get(KEY + (trusted ? "trusted" : "not_trusted"), first.text("host")), reasons, facts, links);
    }

    private String vouches(boolean yes) {
        return texts.get(KEY + (yes ? "vouch.yes" : "vouch.no"));
    }

    private String reason(String problem, DetailFact seen, DetailFact certificate) {
        String key = KEY + "problem." + problem;
        if (!texts.has(key)) {
            return problem;
        }
        Optional<DetailFact> leaf = certificate.facts("chain").stream().findFirst();
        Optional<DetailFact> last = certificate.facts("chain").stream().reduce((_, end) -> end);
        return texts.get(key, seen.text("host"), String.join(", ", certificate.texts("names")),
                leaf.map(each -> day(each.text("not_before"))).orElse(""), leaf.map(each -> day(each.text("not_after"))).orElse(""),
                last.map(each -> name(each.text("issuer"))).orElse(""));
    }

    private Link link(DetailFact each, int at, int all) {
        String subject = each.text("subject");
        String issuer = each.text("issuer");
        boolean root = subject.equals(issuer);
        var facts = new ArrayList<Pair>();
        add(facts, "issuer", root ? texts.get(KEY + "itself") : name(issuer));
        add(facts, "valid", texts.get(KEY + "from_to", day(each.text("not_before")), day(each.text("not_after"))));
        add(facts, "names", String.join(", ", each.texts("names")));
        add(facts, "key", each.whole("key_bits") > 0
                ? texts.get(KEY + "bits", each.text("key_type"), Integer.toString(each.whole("key_bits"))) : each.text("key_type"));
        add(facts, "signature", each.text("signature_algorithm"));
        add(facts, "serial", each.text("serial"));
        add(facts, "sha256", grouped(each.text("sha256")));
        add(facts, "subject", subject);
        return new Link(texts.get(KEY + (at == 0 ? "leaf" : root ? "root" : "between"), at + 1, all), name(subject), facts);
    }

    private void add(List<Pair> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Pair(texts.get(KEY + key), value));
        }
    }

    /// The common name where there is one (RFC 2253), otherwise the whole name.
    private static String name(String distinguished) {
        try {
            return new LdapName(distinguished).getRdns().stream().filter(part -> part.getType().equalsIgnoreCase("CN"))
                    .reduce((_, last) -> last).map(part -> String.valueOf(part.getValue())).orElse(distinguished);
        } catch (InvalidNameException cutShort) {
            return distinguished;
        }
    }

    private String day(String instant) {
        try {
            return words.date(LocalDate.ofInstant(Instant.parse(instant), zone));
        } catch (DateTimeException senseless) {
            return instant;
        }
    }

    /// Pairs of digits that can be compared by eye, and that may break into lines.
    private static String grouped(String hex) {
        var text = new StringBuilder();
        for (int i = 0; i < hex.length(); i += BYTE) {
            text.append(i == 0 ? "" : " ").append(hex, i, Math.min(hex.length(), i + BYTE));
        }
        return text.toString();
    }

    /// All of it as text.
    String text() {
        return shown.isEmpty() ? nothing() + "\n" : shown.stream().map(CertificateModel::text).collect(Collectors.joining("\n"));
    }

    private static String text(Shown each) {
        var text = new StringBuilder(each.where()).append('\n').append(each.verdict()).append('\n');
        each.reasons().forEach(reason -> text.append("- ").append(reason).append('\n'));
        each.facts().forEach(pair -> text.append(line(pair)));
        each.chain().forEach(link -> {
            text.append('\n').append(link.place()).append(": ").append(link.name()).append('\n');
            link.facts().forEach(pair -> text.append("  ").append(line(pair)));
        });
        return text.toString();
    }

    private static String line(Pair pair) {
        return pair.name() + ": " + pair.value() + "\n";
    }
}
