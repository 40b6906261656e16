package org.mailmedic.ui.page.domain;

import java.util.List;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.Report;
import org.mailmedic.report.diff.RecordPair;
import org.mailmedic.report.diff.ReportDiff;
import org.mailmedic.ui.part.Texts;

/// What is otherwise between two looks at the same domain, one sentence for each purpose.
final class DomainChanges {
    private DomainChanges() {}

    static List<String> between(Report before, Report now, Texts texts) {
        TextBook words = texts.book("domain");
        return ReportDiff.between(before, now).records().stream().filter(RecordPair::changed).map(pair -> {
            String title = words.get("type." + pair.record());
            String was = pair.before().state();
            String state = pair.after().state();
            return was.equals(state) ? texts.get("domain.change.text", title)
                    : texts.get("domain.change.state", title, words.get("state." + was), words.get("state." + state));
        }).toList();
    }
}
