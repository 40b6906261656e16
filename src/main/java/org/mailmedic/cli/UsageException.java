package org.mailmedic.cli;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailmedic.advice.TextBook;

/// The call, or something it names, cannot be used. It is said in a sentence that says what to change; it is never secret.
final class UsageException extends Exception {
    /// What fills the sentence; null where the message is the sentence itself.
    private final transient Map<String, ?> values;

    /// @param sentence in the language of the call
    UsageException(String sentence) {
        super(sentence);
        this.values = null;
    }

    /// @param key    of the sentence in `text/usage.properties`
    /// @param values what was typed, by the names of the sentence's holes
    UsageException(String key, Map<String, ?> values) {
        super(key);
        this.values = Map.copyOf(values);
    }

    /// About a file, or about standard input where its name is `-`, of which the sentence `key.input` is.
    static UsageException of(String key, String file) {
        return file.equals("-") ? new UsageException(key + ".input", Map.of()) : new UsageException(key, Map.of("file", file));
    }

    String sentence(Locale language) {
        return values == null ? getMessage() : TextBook.open("usage", language).get(getMessage(), values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new TextBook.Whole(each.getValue().toString()))));
    }
}
