package org.mailmedic.explain.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.provider.ShippedData;

/// All signatures, in the order in which they are asked: a line's first signature counts. Thread-safe.
public final class SignatureBook {
    private static final int LONGEST_ACROSS = 16 * 1024;
    private static final List<String> FILES = List.of("programs", "tls", "sign_in", "names", "connections", "dialogue");
    private static final String BOUNCES = "bounces";
    private static final Set<String> EXAMPLES = Set.of("examples", "near");
    private final List<TextSignature> signatures;

    private SignatureBook(List<TextSignature> signatures) {
        this.signatures = List.copyOf(signatures);
    }

    /// What programs print.
    public static SignatureBook load() {
        return read(FILES, EXAMPLES);
    }

    /// How bounces put it in their own words.
    public static SignatureBook bounces() {
        return read(List.of(BOUNCES), EXAMPLES);
    }

    /// Both with the examples that stand beside each signature, which only the tests need.
    public static SignatureBook withExamples() {
        return read(Stream.concat(FILES.stream(), Stream.of(BOUNCES)).toList(), Set.of());
    }

    private static SignatureBook read(List<String> files, Set<String> leftOut) {
        var all = new ArrayList<TextSignature>();
        for (String file : files) {
            ShippedData.read(SignatureBook.class, "/org/mailmedic/explain/" + file + ".json", leftOut).path("signatures").valueStream()
                    .map(node -> TextSignature.of(file, node)).forEach(all::add);
        }
        return new SignatureBook(all);
    }

    public List<TextSignature> signatures() {
        return signatures;
    }

    /// The book with only those signatures and patterns that can match anywhere in a text.
    public Opened open(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        var possible = new ArrayList<Possible>();
        for (TextSignature each : signatures) {
            var patterns = each.possible(lower);
            if (!patterns.isEmpty()) {
                possible.add(new Possible(each, patterns));
            }
        }
        return new Opened(possible);
    }

    private record Possible(TextSignature signature, List<Integer> patterns) {}

    /// The book as it is searched for one text.
    public static final class Opened {
        private final List<Possible> possible;

        private Opened(List<Possible> possible) {
            this.possible = possible;
        }

        /// Every signature that a line shows, in the order of the book.
        public List<TextSignature.Hit> find(String line) {
            var hits = new ArrayList<TextSignature.Hit>();
            String lower = line.toLowerCase(Locale.ROOT);
            for (Possible each : possible) {
                if (!each.signature().across()) {
                    each.signature().find(line, lower, each.patterns()).ifPresent(hits::add);
                }
            }
            return hits;
        }

        /// Every signature whose words stand on several lines.
        public List<TextSignature.Hit> across(String text) {
            var hits = new ArrayList<TextSignature.Hit>();
            String bounded = text.length() > LONGEST_ACROSS ? text.substring(0, LONGEST_ACROSS) : text;
            possible.stream().filter(each -> each.signature().across())
                    .forEach(each -> each.signature().find(bounded, bounded.toLowerCase(Locale.ROOT), each.patterns())
                            .ifPresent(hits::add));
            return hits;
        }
    }
}
