package org.mailmedic.ui.page.answer;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.mailmedic.advice.Language;
import org.mailmedic.ui.part.Texts;

/// In which language the letter is: whoever gets it may read another one than the person who sends it.
final class LetterLanguages extends ComboBox<Language> {
    LetterLanguages(LetterModel letter, Texts texts) {
        setId("answer-letter-language");
        getStyleClass().add("brief");
        setAccessibleText(texts.get("answer.letter_language"));
        getItems().setAll(letter.languages());
        setVisibleRowCount(getItems().size());
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Language language) {
                return language == null ? "" : language.ownName();
            }

            @Override
            public @Nullable Language fromString(String name) {
                return null;
            }
        });
        setValue(letter.languageProperty().get());
        valueProperty().subscribe((_, now) -> letter.languageProperty().set(now));
    }
}
