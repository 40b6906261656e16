package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.advice.Language;
import org.mailmedic.ui.part.Texts;

final class SpeechTest {
    private final List<Locale> told = new ArrayList<>();
    private final Texts texts = Texts.in(Locale.ENGLISH);

    private Speech speech(WindowMemory memory) {
        return new Speech(texts, memory, Locale.forLanguageTag("nl-BE"), () -> told.add(texts.language()));
    }

    @Test
    void aChoiceIsRememberedAndTheComputersLanguageIsOneToo(@TempDir Path folder) {
        Path file = folder.resolve("window.properties");
        speech(WindowMemory.in(file, Runnable::run)).chosenProperty().set(Optional.of(Language.BRAZILIAN_PORTUGUESE));
        var again = WindowMemory.in(file, Runnable::run);
        assertEquals(Optional.of(Language.BRAZILIAN_PORTUGUESE), Speech.remembered(again));
        assertEquals(List.of(Locale.forLanguageTag("pt-BR")), told);
        Speech speech = speech(again);
        assertEquals(Optional.of(Language.BRAZILIAN_PORTUGUESE), speech.chosenProperty().get());
        speech.chosenProperty().set(Optional.empty());
        assertEquals(Locale.forLanguageTag("nl-BE"), texts.language());
        assertEquals(Optional.empty(), Speech.remembered(WindowMemory.in(file, Runnable::run)));
    }

    @Test
    void whatWasRememberedIsSpokenFromTheBeginning() {
        var memory = WindowMemory.forgetful();
        memory.keep("language", "fr");
        speech(memory);
        assertEquals(Locale.FRENCH, texts.language());
        assertEquals(List.of(), told, "nothing is there yet that could change");
    }

    @Test
    void nonsenseInTheFileIsNoLanguage() {
        var memory = WindowMemory.forgetful();
        memory.keep("language", "tlh");
        assertEquals(Optional.empty(), speech(memory).chosenProperty().get());
        assertEquals(Locale.ENGLISH, texts.language());
    }
}
