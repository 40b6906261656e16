package org.mailmedic.explain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.explain.CauseCandidate.Weight;
import org.mailmedic.explain.signature.SignatureBook;
import org.mailmedic.explain.signature.TextSignature.Hit;
import org.mailmedic.explain.signature.TextSignature.Role;
import org.mailmedic.explain.text.CleanText;
import org.mailmedic.plan.Stage;

/// What programs print of their own, found in a text by the signatures of a book.
final class SignatureHits {
    private static final int MOST_LINES = 800;
    private static final int LONGEST_LINE = 1000;
    private static final int MOST_CANDIDATES = 200;

    private SignatureHits() {}

    /// @param quiet takes the lines that tell of something that went well
    static List<CauseCandidate> read(SignatureBook.Opened opened, CleanText clean, MailContext context, Set<Integer> quiet) {
        var found = new ArrayList<CauseCandidate>();
        if (context.aboutMail()) {
            opened.across(clean.text()).forEach(hit -> found.add(candidate(hit, clean.text().substring(hit.from(), hit.to()), hit.from(),
                    hit.signature().role() == Role.WRAPPER ? Weight.WRAPPER : Weight.WORDS)));
        }
        for (CleanText.Line line : clean.lines(MOST_LINES, LONGEST_LINE)) {
            List<Hit> hits = opened.find(line.text());
            if (hits.stream().anyMatch(hit -> hit.signature().role() == Role.NOTHING)) {
                quiet.add(line.at());
                continue;
            }
            if (hits.isEmpty() || MailContext.source(line.text())) {
                continue;
            }
            boolean may = context.mayMeanMail(line.text());
            boolean clearly = may && context.clearlyMail(line.text());
            var stages = EnumSet.noneOf(Stage.class);
            for (Hit hit : hits) {
                boolean anywhere = hit.signature().anywhere() && !MailContext.otherProgram(line.text());
                boolean counts = ((hit.signature().role() == Role.WRAPPER ? clearly : may) || anywhere)
                        && (hit.signature().role() == Role.WRAPPER || stages.add(hit.stage()));
                if (counts && found.size() < MOST_CANDIDATES) {
                    found.add(candidate(hit, line.text(), line.at(), hit.signature().role() == Role.WRAPPER ? Weight.WRAPPER
                            : Weight.WORDS));
                }
            }
        }
        return found;
    }

    static CauseCandidate candidate(Hit hit, String line, int at, Weight weight) {
        var finding = Finding.of(hit.code(), hit.confidence(), hit.facts().and("where", hit.stage().id())).at(hit.stage());
        String matched = line.length() <= 300 ? line : line.substring(Math.max(0, hit.from() - 100), Math.min(line.length(), hit.to()
                + 150));
        return new CauseCandidate(finding, hit.also(), weight, matched, at + hit.from(), at + hit.to(), false, 0, Optional.empty());
    }
}
