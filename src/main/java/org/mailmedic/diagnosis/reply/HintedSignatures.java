package org.mailmedic.diagnosis.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Signatures that are made, and whose expressions are compiled, only for a text that holds a [PatternHint] of theirs.
///
/// A cold program would need longer to read the data files with all that stands beside the signatures, and the hints off each expression,
/// than for everything else it does with a text. So the build reads them, and leaves an index that is quickly read
/// (`installer/signatures`): one entry after the other, an empty line between them, each a line of the hints of its expressions and then
/// its fields.
public final class HintedSignatures<S> {
    private static final String BETWEEN = "\n\n";
    private final List<Hinted<S>> all;

    private HintedSignatures(List<Hinted<S>> all) {
        this.all = List.copyOf(all);
    }

    /// One of them.
    public static final class Hinted<S> {
        private final List<List<String>> hints;
        private final String lines;
        private final Function<SignatureFields, S> maker;
        private S made;

        private Hinted(List<List<String>> hints, String lines, Function<SignatureFields, S> maker) {
            this.hints = hints;
            this.lines = lines;
            this.maker = maker;
        }

        /// Those of its expressions that can match in a text, by their places under `says`; a single 0 where it has none.
        ///
        /// @param folded the text ([PatternHint#folded])
        public List<Integer> possible(String folded) {
            List<Integer> possible = List.of();
            for (int i = 0; i < hints.size(); i++) {
                if (holds(folded, hints.get(i))) {
                    possible = possible.isEmpty() ? new ArrayList<>() : possible;
                    possible.add(i);
                }
            }
            return possible;
        }

        private static boolean holds(String folded, List<String> words) {
            boolean any = words.isEmpty();
            for (int i = 0; i < words.size() && !any; i++) {
                any = folded.contains(words.get(i));
            }
            return any;
        }

        public synchronized S signature() {
            if (made == null) {
                made = maker.apply(SignatureFields.read(lines));
            }
            return made;
        }
    }

    /// Reads an index that ships with the program.
    ///
    /// @param beside a class of the program, whose resources are looked into
    public static <S> HintedSignatures<S> read(Class<?> beside, String name, Function<SignatureFields, S> maker) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var all = new ArrayList<Hinted<S>>();
            for (int from = 0; from < text.length(); ) {
                int first = text.indexOf('\n', from);
                int end = text.indexOf(BETWEEN, first);
                all.add(new Hinted<>(hints(text.substring(from, first)), text.substring(first + 1, end), maker));
                from = end + BETWEEN.length();
            }
            return new HintedSignatures<>(all);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private static List<List<String>> hints(String line) {
        var all = new ArrayList<List<String>>();
        for (String each : parts(line, '\t')) {
            all.add(each.isEmpty() ? List.of() : parts(each, '|'));
        }
        return all;
    }

    private static List<String> parts(String text, char between) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int to = text.indexOf(between); to >= 0; to = text.indexOf(between, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    /// The index of these.
    public static String index(List<SignatureFields> signatures) {
        return signatures.stream().map(each -> each.texts("says").stream()
                .map(expression -> String.join("|", PatternHint.of(expression))).collect(Collectors.joining("\t"))
                + "\n" + each.lines() + BETWEEN).collect(Collectors.joining());
    }

    /// In the order of the files.
    public List<Hinted<S>> all() {
        return all;
    }
}
