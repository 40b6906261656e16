package org.mailmedic.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailmedic.advice.FileWords;
import org.mailmedic.advice.SystemWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.settings.UnfitFileException;

/// The call, or something it names, cannot be used. It is said in a sentence that says what to change; it is never secret.
final class UsageException extends Exception {
    /// What fills the sentence; null where the message is the sentence itself, or what is wrong with a file says it.
    private final transient @Nullable Map<String, ?> values;

    /// @param sentence in the language of the call
    UsageException(String sentence) {
        super(sentence);
        this.values = null;
    }

    /// @param key    of the sentence in `text/usage.properties`
    /// @param values what was typed, or what the system said of it, by the names of the sentence's holes
    UsageException(String key, Map<String, ?> values) {
        super(key);
        this.values = Map.copyOf(values);
    }

    /// @param file its name as it was typed
    UsageException(UnfitFileException trouble, String file) {
        super(file, trouble);
        this.values = null;
    }

    /// About `--trust`: what is wrong with the file that was named, or that its certificates cannot be had.
    static UsageException trust(IOException unusable) {
        return unusable instanceof UnfitFileException unfit ? new UsageException(unfit, unfit.values().getOrDefault("file", ""))
                : new UsageException("trust.unfit", Map.of("why", unusable));
    }

    /// About a file, or about standard input where its name is `-`, of which the sentence `key.input` is.
    static UsageException of(String key, String file) {
        return file.equals("-") ? new UsageException(key + ".input", Map.of()) : new UsageException(key, Map.of("file", file));
    }

    String sentence(Locale language) {
        String said = String.valueOf(getMessage());
        if (getCause() instanceof UnfitFileException unfit) {
            return FileWords.sentence(unfit, said, language);
        }
        return values == null ? said : TextBook.open("usage", language).get(said, values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new TextBook.Whole(each.getValue() instanceof IOException why
                        ? SystemWords.of(why, language) : each.getValue().toString()))));
    }
}
