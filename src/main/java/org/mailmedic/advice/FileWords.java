package org.mailmedic.advice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.mailmedic.settings.UnfitFileException;

/// What is wrong with a file that a person named, in a sentence of `text/files.properties`.
public final class FileWords {
    private FileWords() {}

    /// @param file its name as it was typed
    public static String sentence(UnfitFileException trouble, String file, Locale language) {
        Map<String, Object> values = new HashMap<>(trouble.values());
        values.put("file", new TextBook.Whole(file));
        return TextBook.open("files", language).get(trouble.key(), values);
    }
}
