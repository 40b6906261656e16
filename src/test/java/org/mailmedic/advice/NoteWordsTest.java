package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailmedic.net.transport.Note;
import org.mailmedic.net.transport.Transcript;

final class NoteWordsTest {
    private static final Map<Note, List<Object>> VALUES = Map.of(Note.CONNECTED, List.of("[2001:db8::1]", 587), Note.CONNECTED_AGAIN,
            List.of("tcp-587-192.0.2.1"), Note.SOME_ADDRESSES, List.of(30, 8), Note.TLS, List.of("TLSv1.3", "TLS_AES_256_GCM_SHA384"),
            Note.TLS_ENDED, List.of("…: {0}"), Note.TEST_MESSAGE, List.of(1234));

    private static String saved(Note note) {
        var transcript = new Transcript(() -> 0, 0);
        transcript.note(note, VALUES.getOrDefault(note, List.of()).toArray());
        return transcript.entries().getFirst().line();
    }

    @Test
    void theEnglishBookHasWhatIsSaved() {
        TextBook book = TextBook.open("notes", Locale.ENGLISH);
        assertEquals(new TreeSet<>(Arrays.stream(Note.values()).map(note -> note.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet())), book.keys());
        for (Note note : Note.values()) {
            assertEquals(note.template(), book.get(note.name().toLowerCase(Locale.ROOT)));
        }
        assertEquals("connected to [2001:db8::1], port 587", saved(Note.CONNECTED));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyNoteIsToldInTheReadersLanguage(Language language) {
        var words = new NoteWords(language.locale());
        for (Note note : Note.values()) {
            String told = words.told(saved(note));
            if (language == Language.ENGLISH || note == Note.TLS) {
                assertEquals(saved(note), told);
                continue;
            }
            assertNotEquals(saved(note), told);
            assertEquals(List.of(), EnglishWords.in(told, language), told);
            VALUES.getOrDefault(note, List.of()).forEach(value -> assertEquals(true, told.contains(value.toString()), told));
        }
        assertEquals(saved(Note.ENDLESS).replace("goes", "went"), words.told(saved(Note.ENDLESS).replace("goes", "went")));
    }

    @Test
    void whatIsNoNoteOfOursStays() {
        var words = new NoteWords(Locale.GERMAN);
        for (String line : List.of("", "connected to", "connected to , port", "TLS", "the test message, ", "connected to a port 587",
                "it went on", "xconnected again, b", "a".repeat(1000), "connected to a, port b, port 5")) {
            assertEquals(line, words.told(line));
        }
    }
}
