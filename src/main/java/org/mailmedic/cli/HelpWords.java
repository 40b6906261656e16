package org.mailmedic.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.mailmedic.advice.TextBook;
import org.mailmedic.monitor.batch.TargetReader;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// What the help says of commands and options: `text/help.properties` by the keys that picocli looks for, which are the options' names.
/// They are given to the commands when help is asked for, so that no other call reads them.
final class HelpWords extends ResourceBundle {
    private final TextBook book;
    private final Map<String, String> values = Map.of("tags", LanguageOption.tags(), "fields",
            String.join(", ", TargetReader.fields()));

    private HelpWords(TextBook book) {
        this.book = book;
    }

    static HelpWords in(Locale language) {
        return new HelpWords(TextBook.open("help", language));
    }

    /// Gives this command, all below it and their options their words.
    void explain(CommandSpec spec) {
        spec.resourceBundle(this);
        for (CommandLine below : spec.subcommands().values()) {
            explain(below.getCommandSpec());
        }
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return book.find(key).map(_ -> book.get(key, values)).orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(book.keys());
    }
}
