package org.mailmedic.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.mailmedic.advice.Language;
import org.mailmedic.ui.part.Texts;

/// Which language the window speaks: the computer's, or the one that the person chose, which is remembered.
final class Speech {
    private static final String LANGUAGE = "language";
    private static final String SYSTEM = "system";
    private final ObjectProperty<Optional<Language>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());

    /// @param system  the computer's language
    /// @param changed is run when `texts` have changed
    Speech(Texts texts, WindowMemory keepsakes, Locale system, Runnable changed) {
        chosen.set(remembered(keepsakes));
        chosen.get().map(Language::locale).filter(wanted -> !wanted.equals(texts.language())).ifPresent(texts::speak);
        chosen.addListener((_, _, now) -> {
            keepsakes.keep(LANGUAGE, now.map(Language::tag).orElse(SYSTEM));
            Locale wanted = now.map(Language::locale).orElse(system);
            if (!wanted.equals(texts.language())) {
                texts.speak(wanted);
                changed.run();
            }
        });
    }

    /// What was chosen when the program ran last; what another version, or a hand, wrote there may be anything.
    static Optional<Language> remembered(WindowMemory keepsakes) {
        return keepsakes.find(LANGUAGE).flatMap(tag -> Arrays.stream(Language.values()).filter(each -> each.tag().equals(tag)).findFirst());
    }

    /// Empty for the computer's.
    ObjectProperty<Optional<Language>> chosenProperty() {
        return chosen;
    }
}
