package org.mailmedic.ui;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mailmedic.advice.Language;
import org.mailmedic.report.Report;
import org.mailmedic.report.Rewording;
import org.mailmedic.ui.part.PseudoTexts;
import org.mailmedic.ui.part.Texts;

/// What a test's window speaks.
final class Tongue {
    static final Tongue ENGLISH = new Tongue("en", _ -> UnaryOperator.identity());
    /// Every word of the window, of the diagnosis and of the advice pages made longer than any translation is likely to be.
    static final Tongue LONGEST = new Tongue("long", _ -> PseudoTexts::lengthened);
    /// The same, written from right to left.
    static final Tongue MIRRORED = new Tongue("mirrored", _ -> PseudoTexts::mirrored);
    /// English at first, and in every other language marked with its tag.
    static final Tongue CHANGING = new Tongue("changing", language -> text -> marked(language, text));

    private final String id;
    private final Locale language;
    private final Function<Locale, UnaryOperator<String>> changes;

    private static String marked(Locale language, String text) {
        String plain = text.replaceFirst("^(?:de|fr|es|it|pt-BR|nl):", "");
        return text.isBlank() || text.equals("ltr") || language.getLanguage().equals("en") ? plain : language.toLanguageTag() + ":" + plain;
    }

    private Tongue(String id, Function<Locale, UnaryOperator<String>> changes) {
        this(id, Locale.ENGLISH, changes);
    }

    private Tongue(String id, Locale language, Function<Locale, UnaryOperator<String>> changes) {
        this.id = id;
        this.language = language;
        this.changes = changes;
    }

    /// What every page is looked at in.
    static Tongue[] values() {
        return new Tongue[] {ENGLISH, LONGEST};
    }

    /// The languages that people speak, but for English.
    static List<Tongue> spoken() {
        return Stream.of(Language.values()).filter(each -> each != Language.ENGLISH)
                .map(each -> new Tongue(each.tag(), each.locale(), _ -> UnaryOperator.identity())).toList();
    }

    String id() {
        return id;
    }

    Texts texts() {
        return this == ENGLISH || real() ? Texts.in(language) : PseudoTexts.perLanguage(changes);
    }

    private boolean real() {
        return !language.equals(Locale.ENGLISH);
    }

    /// The report with the words of its advice in this tongue; what was measured stays as it is.
    Report said(Report report) {
        return real() ? new Rewording(language, ZoneOffset.UTC).apply(report) : retold(Locale.ENGLISH, report);
    }

    /// The same in a language that the window has changed to, from an English one.
    Report retold(Locale wanted, Report report) {
        UnaryOperator<String> change = changes.apply(wanted);
        return this == ENGLISH ? report : new Report(report.id(), report.created(), report.tool(), report.settings(),
                report.outcome(), verdicts(report.diagnoses(), change), verdicts(report.warnings(), change), report.stages(),
                report.evidence(), report.transcript(), report.totalMs(), report.masked());
    }

    private static List<Report.Verdict> verdicts(List<Report.Verdict> all, UnaryOperator<String> change) {
        return all.stream().map(each -> new Report.Verdict(each.code(), each.stage(), each.party(), each.confidence(),
                change.apply(each.title()),
                change.apply(each.summary()), each.steps().stream().map(change).toList(), each.evidence(), change.apply(each.letter())))
                .toList();
    }
}
