package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.mailmedic.advice.FileWords;
import org.mailmedic.advice.SystemWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.history.Trouble;

/// The sentences of a run over a list.
public final class BatchWords {
    private static final int MOST_TOLD = 20;
    private final TextBook book;
    private final Locale language;

    public BatchWords(Locale language) {
        book = TextBook.open("batch", language);
        this.language = language;
    }

    /// What is to be changed.
    public String sentence(Unfit trouble) {
        return trouble.file().map(file -> FileWords.sentence(file, file.values().getOrDefault("file", ""), language))
                .orElseGet(() -> book.get("unfit." + trouble.key(), trouble.values()));
    }

    /// That it is our fault.
    public String broke(Throwable bug) {
        return book.get("broke", Map.of("what", bug.getClass().getSimpleName()));
    }

    String noDomains() {
        return book.get("no_domains");
    }

    String withheld(SignIns.Refusal refusal) {
        return book.get(refusal.everybody() ? "withheld.everybody" : "withheld.same", Map.of("id", refusal.id(), "code", refusal.code()));
    }

    String reportNotKept(IOException why) {
        return book.get("report_not_kept", Map.of("why", SystemWords.of(why, language)));
    }

    /// That nobody takes what is written to the terminal or a pipe. Java does not say why: a full disk behind it looks the same.
    public String unread(long there) {
        return book.get("not_written.unread", Map.of("count", String.valueOf(there)));
    }

    /// That the results could not be written any more, and what helps against the cause of it.
    ///
    /// @param why in the system's words
    public String notWritten(IOException why, Path output, long there) {
        String said = String.valueOf(why.getMessage());
        Path file = output.toAbsolutePath();
        String cause = said.toLowerCase(Locale.ROOT).contains("file too large") ? "large"
                : Trouble.of(why, Objects.requireNonNullElse(file.getParent(), file)) == Trouble.FULL ? "full"
                : Files.exists(file) && !Files.isRegularFile(file) ? "unread" : "disk";
        return cause.equals("unread") ? unread(there)
                : book.get("not_written." + cause, Map.of("why", SystemWords.of(why, language), "count", String.valueOf(there)));
    }

    /// What came out, a line each.
    public List<String> summary(Tally tally) {
        List<String> lines = new ArrayList<>();
        lines.add(book.get("summary", Map.of("all", String.valueOf(tally.all()), "healthy", String.valueOf(tally.healthy()), "problems",
                String.valueOf(tally.problems()), "inconclusive", String.valueOf(tally.inconclusive() - tally.errors()), "errors",
                String.valueOf(tally.errors()))));
        table(lines, "summary.codes", tally.codes());
        table(lines, "summary.servers", tally.servers());
        if (tally.serversLeftOut()) {
            lines.add(book.get("summary.left_out"));
        }
        return lines;
    }

    private void table(List<String> lines, String title, Map<String, Integer> counts) {
        if (!counts.isEmpty()) {
            lines.add(book.get(title));
            counts.entrySet().stream().limit(MOST_TOLD)
                    .forEach(entry -> lines.add(book.get("summary.row", Map.of("count", String.format("%6d", entry.getValue()), "name",
                            entry.getKey()))));
            if (counts.size() > MOST_TOLD) {
                lines.add(book.get("summary.more", Map.of("count", String.valueOf(counts.size() - MOST_TOLD))));
            }
        }
    }
}
