package org.mailmedic.report.diff;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.OutcomeWords;
import org.mailmedic.report.Report;
import org.mailmedic.report.diff.ReportDiff.Change;

/// Says a [ReportDiff]: one sentence for the whole, one line for each change. Immutable.
public final class DiffWords {
    private static final int SHORT_HASH = 16;
    private static final int LONGEST_RECORD = 200;

    private final TextBook book;
    private final TextBook outcomes;
    private final TextBook domain;
    private final FactWords words;

    public DiffWords(Locale language) {
        this(TextBook.open("compare", language), TextBook.open("report", language), TextBook.open("domain", language),
                new FactWords(language));
    }

    /// @param book     the words about what changed
    /// @param outcomes the words about how a report came out
    /// @param domain   the words about a domain's records
    public DiffWords(TextBook book, TextBook outcomes, TextBook domain, FactWords words) {
        this.book = book;
        this.outcomes = outcomes;
        this.domain = domain;
        this.words = words;
    }

    /// *It works now. Before: Your Internet provider or router blocks port 587.*
    public String conclusion(ReportDiff diff) {
        var headlines = Map.of("before", headline(diff.before()), "after", headline(diff.after()));
        String key = "conclusion." + diff.conclusion().id();
        String special = key + (diff.aboutDomain() ? ".domain" : diff.after().partly() ? ".partly" : "");
        return book.get(book.find(special).isPresent() ? special : key, headlines);
    }

    /// A report's headline: what leads in it, or how it came out.
    public String headline(Report report) {
        String headline = report.headline().map(verdict -> PlainText.of(verdict.title())).filter(title -> !title.isEmpty())
                .orElseGet(() -> new OutcomeWords(outcomes, words).headline(report));
        // it stands inside of sentences
        return headline.endsWith(".") ? headline.substring(0, headline.length() - 1) : headline;
    }

    /// *Port 587: no answer came in time → open*
    public String line(ReportDiff diff, Change change) {
        var texts = Map.of("subject", subject(change), "before", shown(diff.before(), change, change.before()), "after",
                shown(diff.after(), change, change.after()));
        return book.get("change." + change.topic().id(), texts);
    }

    public List<String> lines(ReportDiff diff) {
        return diff.changes().stream().map(change -> line(diff, change)).toList();
    }

    private String subject(Change change) {
        return switch (change.topic()) {
            case STATION, TIME -> words.station(change.subject());
            case RECORD, RECORD_TEXT -> record(change.subject());
            case SETTING, TLS, CERTIFICATE -> book.find("subject." + change.topic().id() + "." + change.subject()).orElse(change.subject());
            case DIAGNOSIS_CAME, DIAGNOSIS_WENT, WARNING_CAME, WARNING_WENT, PORT, HEADLINE, ADDRESSES, SIGN_IN -> change.subject();
        };
    }

    private String shown(Report report, Change change, String value) {
        return switch (change.topic()) {
            case HEADLINE -> headline(report);
            case STATION -> words.status(value);
            case TIME -> words.duration(Double.parseDouble(value));
            case PORT -> value.equals("ok") ? book.get("port.open") : words.failure(value);
            case ADDRESSES, SIGN_IN -> value.isEmpty() ? book.get("nothing") : value.replace(" ", ", ");
            case CERTIFICATE -> certificate(change.subject(), value);
            case DIAGNOSIS_CAME, DIAGNOSIS_WENT, WARNING_CAME, WARNING_WENT -> value;
            case RECORD -> recordState(value);
            case RECORD_TEXT -> recordText(value);
            case SETTING, TLS -> value.isEmpty() ? book.get("nothing") : value;
        };
    }

    /// What a domain's records of that kind are for.
    public String record(String id) {
        return domain.find("type." + id).orElse(id);
    }

    /// How a domain's record does.
    public String recordState(String id) {
        return domain.find("state." + id).orElse(id);
    }

    /// What stands in a domain's records, in a length that still can be read beside another one.
    public String recordText(String hostile) {
        return hostile.isEmpty() ? book.get("nothing") : PlainText.of(hostile, LONGEST_RECORD);
    }

    private String certificate(String fact, String value) {
        return switch (fact) {
            case "problems" -> value.isEmpty() ? book.get("certificate.good")
                    : words.list(List.of(value.split(" ")).stream().map(words::certificateProblem).toList());
            case "names" -> value.isEmpty() ? book.get("nothing") : value.replace(" ", ", ");
            case "sha256" -> value.length() > SHORT_HASH ? value.substring(0, SHORT_HASH) + "…" : value;
            case "not_after" -> date(value);
            default -> value.isEmpty() ? book.get("nothing") : value;
        };
    }

    private String date(String value) {
        try {
            return words.date(LocalDate.ofInstant(Instant.parse(value), ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return PlainText.of(value);
        }
    }
}
