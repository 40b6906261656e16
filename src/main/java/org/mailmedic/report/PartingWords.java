package org.mailmedic.report;

import java.util.Map;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.TextBook;

/// Says where two journeys to one server part, in the same sentence everywhere.
public final class PartingWords {
    private PartingWords() {}

    /// @param book the words of reports
    public static String of(Report.Pair pair, FactWords words, TextBook book) {
        return pair.parting().map(where -> {
            FactWords stopped = where.website().equals("failed") ? words.there() : words;
            return book.get("parting." + where.website(), Map.of("stage", stopped.station(where.stage())));
        }).orElseGet(() -> book.get("parting.none"));
    }
}
