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
/// The knowledge is data: `replies.json`, an ordered list of signatures of which the first that fits counts. It is read when
/// the first reply is asked about, since a healthy check-up asks none. Thread-safe.
public final class ReplyReader {
    private static final String RESOURCE = "replies.json";

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
            try (InputStream in = ReplyReader.class.getResourceAsStream(RESOURCE)) {
                signatures = JsonMapper.shared().readTree(in).path("signatures").valueStream().map(ReplySignature::of).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return signatures;
    }
}
