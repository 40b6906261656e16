package org.mailmedic.explain.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.reply.FoldedText;
import org.mailmedic.diagnosis.reply.HintedSignatures;
import org.mailmedic.diagnosis.reply.HintedSignatures.Hinted;
import org.mailmedic.diagnosis.reply.SignatureFields;
import org.mailmedic.provider.ShippedData;

/// All signatures, in the order in which they are asked: a line's first signature counts. Thread-safe.
public final class SignatureBook {
    private static final int LONGEST_ACROSS = 16 * 1024;
    private static final List<String> FILES = List.of("programs", "tls", "sign_in", "names", "connections", "dialogue");
    private static final List<String> BOUNCES = List.of("bounces");
    private static final Set<String> BESIDE = Set.of("examples", "near", "source");
    private static final String PLACE = "/org/mailmedic/explain/";
    private static final String AMBIGUOUS = "ambiguous";
    private static final String INDEX = "signatures.index";
    private static final String INDEX_OF_BOUNCES = "bounces.index";
    private final HintedSignatures<TextSignature> signatures;

    private SignatureBook(String index) {
        signatures = HintedSignatures.read(SignatureBook.class, PLACE + index, TextSignature::of);
    }

    /// What programs print.
    public static SignatureBook load() {
        return new SignatureBook(INDEX);
    }

    /// How bounces put it in their own words.
    public static SignatureBook bounces() {
        return new SignatureBook(INDEX_OF_BOUNCES);
    }

    /// The signatures of both with the examples that stand beside each, which only the tests need.
    public static List<TextSignature> withExamples() {
        return Stream.concat(FILES.stream(), BOUNCES.stream()).flatMap(file -> fields(file, Set.of())).map(TextSignature::of).toList();
    }

    /// For the build: writes the indexes, by which the books are read.
    ///
    /// @param classes the folder of the compiled program
    public static void writeIndexes(Path classes) throws IOException {
        Path folder = classes.resolve(PLACE.substring(1));
        Files.write(folder.resolve(INDEX), HintedSignatures.index(FILES.stream().flatMap(file -> fields(file, BESIDE)).toList()));
        Files.write(folder.resolve(INDEX_OF_BOUNCES), HintedSignatures.index(BOUNCES.stream()
                .flatMap(file -> fields(file, BESIDE)).toList()));
        Files.write(folder.resolve(AMBIGUOUS + ".index"), HintedSignatures.index(ShippedData.read(SignatureBook.class, PLACE + AMBIGUOUS
                + ".json").path(AMBIGUOUS).valueStream().map(SignatureFields::of).toList()));
    }

    private static Stream<SignatureFields> fields(String file, Set<String> leftOut) {
        return ShippedData.read(SignatureBook.class, PLACE + file + ".json", leftOut).path("signatures").valueStream()
                .map(SignatureFields::of).map(fields -> fields.with("id", file + "." + fields.text("id", "")));
    }

    /// In the order of the files.
    List<TextSignature> signatures() {
        return signatures.all().stream().map(Hinted::signature).toList();
    }

    /// The book with only those signatures that can match anywhere in a text.
    public Opened open(String text) {
        FoldedText folded = FoldedText.of(text);
        var possible = new ArrayList<Hinted<TextSignature>>();
        for (Hinted<TextSignature> each : signatures.all()) {
            if (!each.possible(folded).isEmpty()) {
                possible.add(each);
            }
        }
        return new Opened(possible);
    }

    /// The book as it is searched for one text.
    public static final class Opened {
        private final List<Hinted<TextSignature>> possible;

        private Opened(List<Hinted<TextSignature>> possible) {
            this.possible = possible;
        }

        /// Every signature that a line shows, in the order of the book.
        public List<TextSignature.Hit> find(String line) {
            return find(line, false);
        }

        /// Every signature whose words stand on several lines.
        public List<TextSignature.Hit> across(String text) {
            return find(text.length() > LONGEST_ACROSS ? text.substring(0, LONGEST_ACROSS) : text, true);
        }

        private List<TextSignature.Hit> find(String text, boolean across) {
            var hits = new ArrayList<TextSignature.Hit>();
            FoldedText folded = FoldedText.of(text);
            for (Hinted<TextSignature> each : possible) {
                List<Integer> patterns = each.possible(folded);
                if (!patterns.isEmpty() && each.signature().across() == across) {
                    each.signature().find(text, patterns).ifPresent(hits::add);
                }
            }
            return hits;
        }
    }
}
