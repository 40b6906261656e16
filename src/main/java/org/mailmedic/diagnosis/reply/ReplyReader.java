package org.mailmedic.diagnosis.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Stage;
import tools.jackson.databind.json.JsonMapper;

/// Says what a refusing SMTP reply means, by its code, its enhanced status code (RFC 3463) and its words.
///
/// The knowledge is data: lists of signatures in `reply/*.json`, of which the first that fits counts; words are asked before enhanced
/// codes, and those before plain codes. It is read when the first reply is asked about, since a healthy check-up asks none. Thread-safe.
public final class ReplyReader {
    private static final List<String> FILES = List.of("wording", "enhanced", "codes");

    private List<ReplySignature> signatures;

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
        String words = ReplySignature.words(reply);
        return signatures().stream().flatMap(signature -> signature.read(reply, words, where).stream()).findFirst();
    }

    private synchronized List<ReplySignature> signatures() {
        if (signatures == null) {
            signatures = FILES.stream().flatMap(file -> read(file).stream()).toList();
        }
        return signatures;
    }

    /// The signatures of one file, in order.
    static List<ReplySignature> read(String file) {
        try (InputStream in = ReplyReader.class.getResourceAsStream("/org/mailmedic/diagnosis/reply/" + file + ".json")) {
            return JsonMapper.shared().readTree(in).path("signatures").valueStream().map(ReplySignature::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
