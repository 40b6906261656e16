package org.mailmedic.diagnosis.reply;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Stage;
import org.mailmedic.provider.ShippedData;

/// Says what a refusing SMTP reply means, by its code, its enhanced status code (RFC 3463) and its words.
///
/// The knowledge is data: lists of signatures in `reply/*.json`, of which the first that fits counts; words are asked before enhanced
/// codes, and those before plain codes. It is read when the first reply is asked about, since a healthy check-up asks none. Thread-safe.
public final class ReplyReader {
    private static final List<String> FILES = List.of("wording", "enhanced", "codes");

    private static final List<String> CODE_PAGES = List.of("windows-1251", "KOI8-R", "GB18030", "Shift_JIS", "EUC-JP", "windows-1250");

    private static final String PLACE = "/org/mailmedic/diagnosis/reply/";
    private static final String INDEX = "replies.index";
    private static final Set<String> BESIDE = Set.of("examples", "near", "source");

    private @Nullable HintedSignatures<ReplySignature> signatures;

    /// @param worded whether the reply's words said it; otherwise only its code did
    /// @param facts  what the words name besides: `list`, `limit`
    public record Reading(Code code, double confidence, boolean worded, Facts facts) {}

    /// Reads a reply that came at `where`. Empty when nothing is known to fit; a positive reply has no meaning here.
    public Optional<Reading> read(Reply reply, Stage where) {
        return read(reply, Optional.of(where));
    }

    /// Reads a reply of which it is not known at which stage it came, such as one in a pasted text.
    public Optional<Reading> read(Reply reply) {
        return read(reply, Optional.empty());
    }

    private Optional<Reading> read(Reply reply, Optional<Stage> where) {
        if (reply.positive() || reply.intermediate()) {
            return Optional.empty();
        }
        Optional<Reading> plain = readAsItIs(reply, where);
        if (plain.filter(Reading::worded).isPresent() || reply.lines().stream().allMatch(ReplyReader::ascii)) {
            return plain;
        }
        return CODE_PAGES.stream().filter(Charset::isSupported).flatMap(page -> inCodePage(reply, Charset.forName(page)).stream())
                .flatMap(decoded -> readAsItIs(decoded, where).stream()).filter(Reading::worded).findFirst().or(() -> plain);
    }

    private Optional<Reading> readAsItIs(Reply reply, Optional<Stage> where) {
        String words = ReplySignature.words(reply);
        FoldedText folded = FoldedText.of(words);
        for (var each : signatures().all()) {
            if (!each.possible(folded).isEmpty()) {
                Optional<Reading> reading = each.signature().read(reply, words, where);
                if (reading.isPresent()) {
                    return reading;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean ascii(String line) {
        return line.chars().allMatch(c -> c < 0x80);
    }

    /// What is not UTF-8 comes here as Latin-1, byte by byte (RFC 5321 §2.4 allows neither); servers mean the code page of their country.
    private static Optional<Reply> inCodePage(Reply reply, Charset page) {
        try {
            List<String> lines = new ArrayList<>();
            for (String line : reply.lines()) {
                if (line.chars().anyMatch(c -> c > 0xff)) {
                    return Optional.empty();
                }
                lines.add(page.newDecoder().decode(ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1))).toString());
            }
            return Optional.of(new Reply(reply.code(), lines));
        } catch (CharacterCodingException notThisOne) {
            return Optional.empty();
        }
    }

    private synchronized HintedSignatures<ReplySignature> signatures() {
        if (signatures == null) {
            signatures = HintedSignatures.read(ReplyReader.class, PLACE + INDEX, ReplySignature::of);
        }
        return signatures;
    }

    /// For the build: writes the index of all signatures, by which they are read.
    ///
    /// @param classes the folder of the compiled program
    public static void writeIndex(Path classes) throws IOException {
        Files.write(classes.resolve(PLACE.substring(1) + INDEX), HintedSignatures.index(FILES.stream()
                .flatMap(file -> fields(file, BESIDE).stream()).toList()));
    }

    /// The signatures of one file with all that stands beside them, in order.
    static List<ReplySignature> read(String file) {
        return fields(file, Set.of()).stream().map(ReplySignature::of).toList();
    }

    private static List<SignatureFields> fields(String file, Set<String> leftOut) {
        return ShippedData.read(ReplyReader.class, PLACE + file + ".json", leftOut).path("signatures").valueStream()
                .map(SignatureFields::of).toList();
    }
}
