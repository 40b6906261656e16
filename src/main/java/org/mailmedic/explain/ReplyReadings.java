package org.mailmedic.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.reply.HintedSignatures;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.Reply;
import org.mailmedic.explain.CauseCandidate.Weight;
import org.mailmedic.explain.reply.ServerWords;
import org.mailmedic.explain.reply.ServerWords.Ground;
import org.mailmedic.explain.signature.SpokenCauses;
import org.mailmedic.plan.Stage;

/// Reads what servers have said for the cause behind it. Thread-safe.
final class ReplyReadings {
    private static final Pattern CLOSING = Pattern.compile("(?i)^5\\.0\\.0 (?:Service unavailable|Remote protocol error)\\W*$");
    private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(?:the|not|are|were|your|has|have|been|does|and|with|from|this|access"
            + "|denied|rejected|refused|invalid)\\b");
    private static final Pattern STATUS = Pattern.compile("^([45])\\.(\\d{1,3})\\.(\\d{1,3})");

    private final Lazy<HintedSignatures<Ambiguity>> ambiguities = new Lazy<>(Ambiguity::load);
    private final ReplyReader replies = new ReplyReader();
    private final Lazy<SpokenCauses> tongues;
    private final Lazy<SpokenCauses> programs;

    /// @param tongues  what is said to people of mail that was refused
    /// @param programs what is said to people of signing in and of certificates
    ReplyReadings(Lazy<SpokenCauses> tongues, Lazy<SpokenCauses> programs) {
        this.tongues = tongues;
        this.programs = programs;
    }

    Optional<CauseCandidate> read(ServerWords said, Optional<Stage> where) {
        String words = said.enhanced().map(status -> status + " " + said.words()).orElse(said.words());
        Reply reply = new Reply(said.code(), List.of(words));
        Optional<Stage> stage = where.or(() -> usual(said.code()));
        Optional<ReplyReader.Reading> known = stage.flatMap(at -> replies.read(reply, at));
        Optional<ReplyReader.Reading> loose = known.filter(ReplyReader.Reading::worded).isPresent() ? known : replies.read(reply)
                .filter(ReplyReader.Reading::worded).filter(each -> where.isEmpty() || !each.code().id().startsWith("auth."))
                .or(() -> known).or(() -> replies.read(reply));
        Stage guessed = syntax(said.code()) ? Stage.MESSAGE : Stage.RECIPIENT;
        Optional<ReplyReader.Reading> reading = loose.or(() -> said.code() > 0 ? replies.read(reply, guessed)
                .map(r -> new ReplyReader.Reading(r.code(), Math.min(0.5, r.confidence()), r.worded(), r.facts())) : Optional.empty());
        return abroad(said, reading).or(() -> reading).map(each -> candidate(said, each, stage, words));
    }

    /// A reply that stopped one recipient: where nothing says at which step it came, it was most likely the recipient's.
    Optional<CauseCandidate> refused(ServerWords said, Optional<Stage> where) {
        Optional<CauseCandidate> here = read(said, where.or(() -> Optional.of(Stage.RECIPIENT)));
        if (where.isPresent() || here.filter(each -> each.weight() == Weight.WORDS).isPresent()) {
            return here;
        }
        return Stream.of(Stage.MESSAGE, Stage.SENDER).flatMap(stage -> read(said, Optional.of(stage))
                .filter(each -> each.weight() == Weight.WORDS).stream()).findFirst().or(() -> here);
    }

    /// What a status code alone says.
    Stream<CauseCandidate> status(String status) {
        var code = STATUS.matcher(status);
        if (!code.find() || code.group().matches("[45]\\.0\\.0")) {
            return Stream.empty();
        }
        String group = code.group();
        Optional<Code> routed = routed(group);
        if (routed.isPresent()) {
            return Stream.of(new CauseCandidate(Finding.of(routed.get(), 0.6, Facts.none()), List.of(), Weight.PHRASE, "Status: " + group,
                    -1, -1, false, 0, Optional.of(group)));
        }
        return replies.read(new Reply(0, List.of(group)), Stage.RECIPIENT)
                .or(() -> replies.read(new Reply(code.group(1).equals("4") ? 450 : 550, List.of(group)), Stage.RECIPIENT))
                .map(reading -> new CauseCandidate(Finding.of(reading.code(), Math.min(0.75, reading.confidence()), Facts.none()),
                        List.of(), Weight.WRAPPER, "Status: " + group, -1, -1, false, 0, Optional.of(group))).stream();
    }

    /// Network and routing status (RFC 3463 §3.5), which no server says of itself.
    private static Optional<Code> routed(String status) {
        return switch (status.substring(2)) {
            case "4.1" -> status.startsWith("4") ? Optional.of(Code.TCP_TIMEOUT) : Optional.empty();
            case "4.2" -> Optional.of(Code.SMTP_DROPPED);
            case "4.3" -> Optional.of(Code.DNS_SERVER_FAILURE);
            case "4.4", "4.0" -> Optional.of(Code.DNS_NOT_FOUND);
            case "4.6" -> Optional.of(Code.SEND_MAIL_LOOP);
            default -> Optional.empty();
        };
    }

    /// What a reply says in a language that the reply reader does not know.
    private Optional<ReplyReader.Reading> abroad(ServerWords said, Optional<ReplyReader.Reading> reading) {
        boolean asked = said.code() > 0 && reading.filter(ReplyReader.Reading::worded).isEmpty()
                && !ENGLISH.matcher(said.words()).find();
        return asked ? tongues.get().abroad(said.words()).or(() -> programs.get().abroad(said.words()))
                .filter(told -> told.confidence() >= CauseCandidate.SURE_ENOUGH)
                .map(told -> new ReplyReader.Reading(told.code(), told.confidence(), true, Facts.none())) : Optional.empty();
    }

    private CauseCandidate candidate(ServerWords said, ReplyReader.Reading reading, Optional<Stage> stage, String words) {
        double most = switch (said.ground()) {
            case FORM -> said.code() > 0 ? 0.97 : 0.88;
            case NUMBER -> 0.85;
            case WORDS -> 0.8;
        };
        var ambiguity = Ambiguity.of(reading.code(), words, ambiguities.get());
        double confidence = Math.min(Math.min(reading.confidence(), most), ambiguity.map(Ambiguity::most).orElse(1.0));
        String id = reading.code().id();
        Stage at = id.startsWith("tls.") || id.startsWith("auth.") ? reading.code().stage() : stage.orElse(reading.code().stage());
        String quoted = (said.code() > 0 ? said.code() + " " : "") + words;
        Facts facts = reading.facts().and("reply", quoted.length() > 240 ? quoted.substring(0, 240) + "…" : quoted).and("where", at.id())
                .and("finality", finality(said));
        boolean fixed = !reading.worded() && (said.enhanced().isPresent() && reading.confidence() >= 0.8 || reading.confidence() >= 0.85);
        // sendmail's own last line under a transcript
        boolean closing = CLOSING.matcher(words).find();
        Weight weight = closing ? Weight.WRAPPER : reading.worded() && reading.confidence() >= 0.75 ? Weight.WORDS : fixed
                ? Weight.STATUS : said.ground() == Ground.FORM && PlausibleReplies.usualOne(said.code()) ? Weight.PHRASE : Weight.WRAPPER;
        return new CauseCandidate(Finding.of(reading.code(), confidence, facts).at(at), ambiguity.map(Ambiguity::also).orElse(List.of()),
                weight, quoted, said.from(), said.to(), said.code() > 0 || said.enhanced().isPresent(), said.code(), said.enhanced());
    }

    /// Whether the server has said "later" (4xx) or "no" (5xx), RFC 5321 §4.2.1.
    private static String finality(ServerWords said) {
        char digit = said.code() > 0 ? Integer.toString(said.code()).charAt(0) : said.enhanced().map(status -> status.charAt(0))
                .orElse(' ');
        return digit == '4' ? "later" : digit == '5' ? "no" : "";
    }

    /// Whether a reply of this code tells of a command that was not understood (RFC 5321 §4.2.3).
    private static boolean syntax(int code) {
        return code >= 500 && code <= 504;
    }

    /// The step at which replies of this code usually come.
    private static Optional<Stage> usual(int code) {
        return switch (code) {
            case 525, 534, 535, 538, 454 -> Optional.of(Stage.SIGN_IN);
            case 530 -> Optional.of(Stage.SENDER);
            case 523 -> Optional.of(Stage.ENCRYPT);
            default -> Optional.empty();
        };
    }
}
