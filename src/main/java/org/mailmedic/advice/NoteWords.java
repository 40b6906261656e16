package org.mailmedic.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells the notes between the lines of a saved dialogue in another language. They are saved in English, and known by their templates, the
/// English `text/notes.properties`; what fits none of them is told as it is. Immutable.
public final class NoteWords {
    /// The hole that may have several words in it.
    private static final String FREE = "words";

    private final List<Template> known;
    private final TextBook book;

    /// What stands around the holes of a note, and their names.
    private record Template(String key, List<String> texts, List<String> holes) {
        static Template of(String key, String template) {
            List<String> texts = new ArrayList<>();
            List<String> holes = new ArrayList<>();
            int at = 0;
            for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
                int close = template.indexOf('}', open);
                texts.add(template.substring(at, open));
                holes.add(template.substring(open + 1, close));
                at = close + 1;
            }
            texts.add(template.substring(at));
            return new Template(key, texts, holes);
        }

        /// What stands in the holes; empty where the line is another note.
        Optional<Map<String, String>> values(String line) {
            var values = new HashMap<String, String>();
            if (!line.startsWith(texts.getFirst())) {
                return Optional.empty();
            }
            int at = texts.getFirst().length();
            for (int i = 0; i < holes.size(); i++) {
                String next = texts.get(i + 1);
                boolean last = i == holes.size() - 1;
                int end = !last ? line.indexOf(next, at) : line.endsWith(next) ? line.length() - next.length() : -1;
                if (end < at || !holes.get(i).equals(FREE) && line.substring(at, end).contains(" ")) {
                    return Optional.empty();
                }
                values.put(holes.get(i), line.substring(at, end));
                at = end + next.length();
            }
            return at == line.length() ? Optional.of(values) : Optional.empty();
        }
    }

    public NoteWords(Locale language) {
        var english = TextBook.open("notes", Language.ENGLISH.locale());
        known = english.keys().stream().map(key -> Template.of(key, english.get(key))).toList();
        book = TextBook.open("notes", language);
    }

    /// @param line as it was saved; it may come from elsewhere, and is as it was where it is no note of ours
    public String told(String line) {
        for (Template each : known) {
            Optional<Map<String, String>> values = each.values(line);
            if (values.isPresent()) {
                return book.get(each.key(), values.get());
            }
        }
        return line;
    }
}
