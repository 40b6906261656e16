package org.mailmedic.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.plan.Stage;

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

    /// Where what a report tells was read, and when: *Read in a mail log on …*
    public String read(Report report, ZoneId zone) {
        return book.get(report.evidence(EvidenceKind.MAIL_LOG).isPresent() ? "told.checked.log" : "told.checked.text",
                Map.of("time", words.time(report.created(), zone)));
    }

    /// In two or three words, for a label.
    public String badge(Report report) {
        return book.get("badge." + how(report));
    }

    /// Whether it goes out, and what stands in the records of the sender's domain may have receivers turn it away.
    public static boolean mayNotArrive(Report report) {
        return report.outcome() == Report.Outcome.HEALTHY && !report.partly() && DomainTold.in(report).isEmpty()
                && report.warnings().stream().anyMatch(warning -> warning.stage().equals(Stage.DELIVERY.id()));
    }

    private static String how(Report report) {
        boolean paused = report.outcome() == Report.Outcome.INCONCLUSIVE && !Seen.in(report, EvidenceKind.PAUSE).isEmpty();
        boolean told = report.outcome() == Report.Outcome.HEALTHY && report.told();
        return report.outcome().id() + (report.partly() ? ".partly" : paused ? ".paused" : told ? ".told"
                : mayNotArrive(report) ? ".warned" : "");
    }
}
