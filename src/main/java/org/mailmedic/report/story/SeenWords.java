package org.mailmedic.report.story;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.Seen;

/// Pieces of evidence in words: what each is called, and how it ended. Immutable.
public final class SeenWords {
    private static final int LONGEST_NAME = 70;
    private static final int MOST_PROBLEMS = 8;
    private final TextBook book;
    private final FactWords words;

    public SeenWords(TextBook book, FactWords words) {
        this.book = book;
        this.words = words;
    }

    /// A piece of evidence by a short name: *smtp.example:587 (192.0.2.1)*.
    public String name(Seen seen) {
        String where = book.find("where." + seen.text("role")).orElse("");
        var facts = Map.of("kind", seen.kindId(), "id", seen.id(), "name", seen.text("name"), "resolver", seen.text("resolver"), "host",
                seen.text("host"), "port", seen.text("port"), "address", seen.text("address"), "where", where);
        String key = Stream.of("bar." + seen.kindId() + "." + seen.text("lure"), "bar." + seen.kindId())
                .filter(each -> book.find(each).isPresent()).findFirst().orElse("bar.other");
        return PlainText.of(book.get(key, facts), LONGEST_NAME).strip();
    }

    /// How a look ended: *fine*, or what went wrong, with the server's words.
    String state(Seen seen) {
        if (seen.has("failure")) {
            return words.failure(seen.text("failure"));
        }
        List<String> problems = seen.part("certificate").map(certificate -> certificate.texts("problems")).orElse(List.of());
        if (!problems.isEmpty()) {
            return words.list(problems.stream().limit(MOST_PROBLEMS).map(words::certificateProblem).toList());
        }
        return seen.part("reply").filter(_ -> !seen.ok()).map(reply -> InertText.line(reply.text("code") + " " + reply.text("text")))
                .orElseGet(() -> seen.skipped() ? unasked(seen)
                        : book.find("state." + seen.status()).orElseGet(() -> InertText.line(seen.status())));
    }

    /// Why nobody looked.
    String unasked(Seen seen) {
        return words.status(seen.text("because").equals("switched_off") ? "switched_off" : "skipped");
    }

    /// Whatever was measured, also what this version does not know.
    String facts(Seen seen) {
        var told = List.of("id", "stage", "status", "failure", "certificate", "started_ms");
        return InertText.text(seen.facts().entrySet().stream().filter(fact -> !told.contains(fact.getKey()))
                .map(fact -> InertText.line(fact.getKey()) + "=" + InertText.value(fact.getValue())).collect(Collectors.joining("  ")));
    }
}
