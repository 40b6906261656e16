package org.mailmedic.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;

/// Says how a report came out where no diagnosis says it, and what was left out of it: what was not looked at is never called fine.
/// Immutable.
public final class OutcomeWords {
    private final TextBook book;
    private final FactWords words;

    /// @param book `report`
    public OutcomeWords(TextBook book, FactWords words) {
        this.book = book;
        this.words = words;
    }

    /// *Your mail can go out*, or *Everything up to the sign-in works* where the sign-in was left out.
    public String headline(Report report) {
        return DomainTold.in(report).map(told -> PlainText.of(told.headline()))
                .orElseGet(() -> book.get("outcome." + how(report)));
    }

    /// The paragraph below it; empty where there is none.
    public Optional<String> text(Report report) {
        return DomainTold.in(report).isPresent() ? Optional.empty() : book.find("outcome." + how(report) + ".text");
    }

    /// *Not checked, since no password was given: the sign-in and the sender's address.* Empty when nothing was left out.
    public Optional<String> leftOut(Report report) {
        List<String> names = report.unchecked().stream().map(stage -> book.find("unchecked." + stage).orElseGet(() -> PlainText.of(stage)))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(book.get("unchecked", Map.of("what", words.list(names))));
    }

    /// In two or three words, for a label.
    public String badge(Report report) {
        return book.get("badge." + how(report));
    }

    private static String how(Report report) {
        boolean paused = report.outcome() == Report.Outcome.INCONCLUSIVE && report.evidence().stream()
                .anyMatch(facts -> "pause".equals(facts.get("kind")));
        return report.outcome().id() + (report.partly() ? ".partly" : paused ? ".paused" : "");
    }
}
