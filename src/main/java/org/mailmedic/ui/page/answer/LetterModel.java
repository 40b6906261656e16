package org.mailmedic.ui.page.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.PlainText;
import org.mailmedic.product.WholeFile;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.ui.page.Mailto;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.page.Retelling;
import org.mailmedic.ui.part.Texts;

/// A finished message to whoever must act: the language it is in, and the ways to send it off. On the JavaFX thread.
public final class LetterModel {
    private final Outside outside;
    private final Retelling retelling;
    private final Texts texts;
    private final Consumer<String> notice;
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>();
    private final Map<Language, Optional<String>> translations = new EnumMap<>(Language.class);
    private Report report;
    /// The window's language when the report was told last.
    private Language told;

    /// @param notice is told what became of it
    LetterModel(Report report, Outside outside, Retelling retelling, Texts texts, Consumer<String> notice) {
        this.report = report;
        this.outside = outside;
        this.retelling = retelling;
        this.texts = texts;
        this.notice = notice;
        told = windowLanguage();
        language.set(told);
    }

    /// The same report in another language.
    void retold(Report same) {
        report = same;
        translations.clear();
        if (language.get() == told) {
            language.set(windowLanguage());
        }
        told = windowLanguage();
    }

    /// In the language chosen for it; empty when the person can act alone.
    public Optional<String> text() {
        Optional<String> own = letter(report);
        Language wanted = language.get();
        return wanted == windowLanguage() ? own : own.map(text -> translations
                .computeIfAbsent(wanted, _ -> letter(retelling.in(wanted.locale(), report))).orElse(text));
    }

    private static Optional<String> letter(Report report) {
        return report.headline().map(Verdict::letter).filter(text -> !text.isBlank());
    }

    /// The languages that it can be had in, for whoever reads it: the window's first, then English, then the others. What two places saw is
    /// told in the window's alone.
    public List<Language> languages() {
        var all = new LinkedHashSet<>(List.of(windowLanguage(), Language.ENGLISH));
        all.addAll(List.of(Language.values()));
        return report.pair().isPresent() ? List.of(windowLanguage()) : List.copyOf(all);
    }

    /// Follows the window's until another one is chosen.
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    private Language windowLanguage() {
        return Language.of(texts.language());
    }

    /// Opens it in the mail program. Whether there is one, no system says: it is copied, too.
    ///
    /// @return false when it is too long for that: then a message without it was opened, and it has to be pasted
    public boolean openInMailProgram() {
        Texts its = language.get() == windowLanguage() ? texts : Texts.in(language.get().locale());
        String subject = PlainText.of(its.get("answer.subject", AnswerWords.host(report)));
        var mail = Mailto.of(subject, text().orElse(""), texts.get("answer.paste_here"));
        outside.browser().accept(mail.address());
        notice.accept(texts.get(mail.whole() ? "answer.letter_opened" : "answer.letter_copied"));
        return mail.whole();
    }

    public void save() {
        outside.dialogs().save(texts.get("answer.ask"), texts.get("answer.letter_file"), ".txt")
                .ifPresent(file -> outside.background().execute(() -> write(file)));
    }

    private void write(Path file) {
        String said;
        try {
            WholeFile.write(file, (text().orElse("") + "\n").getBytes(StandardCharsets.UTF_8));
            said = texts.get("save.done", file.getFileName(), file.toAbsolutePath().resolveSibling(""));
        } catch (IOException notWritten) {
            said = texts.get("save.trouble", file.getFileName());
        }
        String ended = said;
        outside.fx().execute(() -> notice.accept(ended));
    }
}
