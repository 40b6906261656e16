package org.mailmedic.report.story;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;
import org.mailmedic.report.story.Story.Block;
import org.mailmedic.report.story.Story.Block.Cell;

/// The chains of certificates that were seen, the target's first, each once. Immutable.
final class StoryCertificates {
    private static final int MOST = 10;
    private final TextBook book;
    private final FactWords words;

    StoryCertificates(TextBook book, FactWords words) {
        this.book = book;
        this.words = words;
    }

    List<Block> of(Report report) {
        var blocks = new ArrayList<Block>();
        var told = new TreeSet<String>();
        Seen.in(report, EvidenceKind.TLS).stream().sorted((a, b) -> Boolean.compare(b.onTarget(), a.onTarget()))
                .filter(tls -> tls.part("certificate").isPresent()).limit(MOST).forEach(tls -> {
                    var certificate = tls.part("certificate").get();
                    String first = certificate.parts("chain").stream().findFirst().map(leaf -> leaf.text("sha256")).orElse("");
                    if (!told.add(first)) {
                        return;
                    }
                    var problems = certificate.texts("problems").stream().map(words::certificateProblem).toList();
                    blocks.add(new Block.Text(book.get(problems.isEmpty() ? "certificate.good" : "certificate.bad",
                            Map.of("host", InertText.line(tls.text("host")), "port", tls.text("port"), "problems", words.list(problems))),
                            false));
                    int i = 0;
                    for (Seen each : certificate.parts("chain").stream().limit(MOST).toList()) {
                        blocks.add(certificate(each, i++));
                    }
                });
        return blocks;
    }

    private Block certificate(Seen each, int place) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("subject", each.text("subject"));
        facts.put("issuer", each.text("issuer"));
        facts.put("names", String.join(", ", each.texts("names")));
        facts.put("validity", book.get("certificate.dates",
                Map.of("from", date(each.text("not_before")), "until", date(each.text("not_after")))));
        facts.put("key", (each.text("key_type") + " " + each.text("key_bits")).strip());
        facts.put("signature", each.text("signature_algorithm"));
        facts.put("serial", each.text("serial"));
        facts.put("sha256", each.text("sha256"));
        var rows = facts.entrySet().stream().filter(fact -> !fact.getValue().isEmpty())
                .map(fact -> List.of(Cell.of(book.get("certificate." + fact.getKey())), Cell.of(InertText.text(fact.getValue())))).toList();
        return new Block.Table(book.get(place == 0 ? "certificate.leaf" : "certificate.above", Map.of("number", place)), List.of(), rows);
    }

    private String date(String instant) {
        try {
            return words.date(LocalDate.ofInstant(Instant.parse(instant), ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return InertText.line(instant);
        }
    }
}
