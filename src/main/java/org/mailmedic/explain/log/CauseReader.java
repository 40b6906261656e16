package org.mailmedic.explain.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Stage;

/// Finds the cause in the words of a delivery line: what the other server replied, or what this one says itself.
///
/// Most lines of a log say the same with other names and numbers in it, so what was made of the last few thousand is kept.
final class CauseReader {
    private static final int REMEMBERED = 4096;
    private static final int LONGEST = 4000;
    /// Words of at least so many bytes with a digit in them are names and numbers: they differ from line to line.
    private static final int LONG_WORD = 9;
    private static final long PRIME = 0x100000001b3L;

    private final ReplyReader replies = new ReplyReader();
    private final Wordings wordings = new Wordings();
    private final Memo<Cause> read = new Memo<>(REMEMBERED);

    /// Reads the words between two positions.
    ///
    /// @param status,statusTo where the enhanced status code of the line stands (RFC 3463), of no length when it has none
    Cause read(Line line, int from, int to, int status, int statusTo) {
        int end = Math.min(to, from + LONGEST);
        long key = pattern(line, from, end) * 31 + line.hash(status, statusTo);
        Cause known = read.get(key);
        if (known == null) {
            known = read(line.text(from, end), line.name(status, statusTo));
            read.put(key, known);
        }
        return known;
    }

    Cause read(String text, String status) {
        return wordings.read(text, true)
                .or(() -> reply(text).flatMap(this::meaning))
                .or(() -> wordings.read(text, false))
                .or(() -> byStatus(text, status))
                .orElse(Cause.UNKNOWN);
    }

    private Optional<Cause> meaning(Said said) {
        return said.stage().flatMap(stage -> replies.read(said.reply(), stage)).or(() -> replies.read(said.reply()))
                .map(reading -> new Cause(reading.code(), said.stage().orElse(reading.code().stage()), reading.confidence()));
    }

    private Optional<Cause> byStatus(String text, String status) {
        if (status.length() < 5 || status.charAt(0) != '4' && status.charAt(0) != '5') {
            return Optional.empty();
        }
        var reply = new Reply(status.charAt(0) == '4' ? 450 : 550, List.of(status + " " + text));
        return replies.read(reply).map(reading -> new Cause(reading.code(), reading.code().stage(), Math.min(0.7, reading.confidence())));
    }

    /// @param stage where the reply came, empty when the line does not say
    record Said(Reply reply, Optional<Stage> stage) {}

    /// The reply that stands in the text, if one does.
    static Optional<Said> reply(String text) {
        int from = start(text);
        if (from < 0) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int command = lower.lastIndexOf("(in reply to ");
        String said = command > from ? text.substring(from, command) : text.substring(from);
        Optional<Stage> stage = command > from ? stage(lower.substring(command + 13)) : before(lower.substring(0, from));
        return Optional.of(new Said(new Reply(Integer.parseInt(said.substring(0, 3)), lines(said)), stage));
    }

    /// Where the other server's words begin.
    private static int start(String text) {
        for (String mark : List.of(" said: ", " refused to talk to me: ", ">: ", ": ", " ")) {
            for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
                if (replyAt(text, at + mark.length())) {
                    return at + mark.length();
                }
            }
        }
        return replyAt(text, 0) ? 0 : -1;
    }

    private static boolean replyAt(String text, int i) {
        return i + 3 < text.length() && (text.charAt(i) == '4' || text.charAt(i) == '5') && text.charAt(i + 1) <= '7'
                && Line.digit(text.charAt(i + 1)) && Line.digit(text.charAt(i + 2))
                && (text.charAt(i + 3) == ' ' || text.charAt(i + 3) == '-');
    }

    /// The reply's lines, which a log writes one after the other, each with the code before it (RFC 5321 §4.2.1).
    private static List<String> lines(String said) {
        String code = said.substring(0, 3);
        List<String> lines = new ArrayList<>();
        int from = 4;
        for (int next = next(said, code, from); next >= 0; next = next(said, code, from)) {
            lines.add(said.substring(from, next).strip());
            from = next + 5;
        }
        lines.add(said.substring(Math.min(from, said.length())).strip());
        return lines;
    }

    private static int next(String said, String code, int from) {
        for (int at = said.indexOf(code, from); at >= 0; at = said.indexOf(code, at + 1)) {
            int after = at + 3;
            if (at > 0 && said.charAt(at - 1) == ' ' && after < said.length() && (said.charAt(after) == '-' || said.charAt(after) == ' ')) {
                return at - 1;
            }
        }
        return -1;
    }

    /// The stage of a command, as Postfix writes it: `RCPT TO command`.
    private static Optional<Stage> stage(String command) {
        return Optional.ofNullable(command.startsWith("rcpt") ? Stage.RECIPIENT
                : command.startsWith("mail") ? Stage.SENDER
                : command.startsWith("end of data") || command.startsWith("data") || command.startsWith("bdat") ? Stage.MESSAGE
                : command.startsWith("ehlo") || command.startsWith("helo") || command.startsWith("lhlo") ? Stage.HELLO
                : command.startsWith("starttls") ? Stage.ENCRYPT
                : command.startsWith("auth") ? Stage.SIGN_IN
                : command.startsWith("initial connection") ? Stage.GREETING : null);
    }

    /// The stage by the words before the reply: Exim's `after RCPT TO:<…>`, Postfix's `refused to talk to me`.
    private static Optional<Stage> before(String lower) {
        if (lower.contains("sasl authentication failed") || lower.contains("authenticator failed")) {
            return Optional.of(Stage.SIGN_IN);
        }
        if (lower.contains("refused to talk to me") || lower.contains("after initial connection")) {
            return Optional.of(Stage.GREETING);
        }
        int after = lower.indexOf(" after ");
        String command = after < 0 ? "" : lower.substring(after + 7);
        return stage(command.startsWith("pipelined ") ? command.substring(10) : command);
    }

    /// A number for the words without the names and numbers in them, so that two lines that say the same share it.
    private static long pattern(Line line, int from, int to) {
        long hash = 17;
        long word = 0;
        int start = from;
        boolean digit = false;
        boolean address = false;
        for (int i = from; i < to; i++) {
            int each = line.bytes[i];
            if (each == ' ') {
                hash = hash * PRIME + (address ? 1 : digit && i - start >= LONG_WORD ? 2 : word);
                word = 0;
                start = i + 1;
                digit = false;
                address = false;
            } else {
                word = word * PRIME + each;
                digit |= each <= '9' && each >= '0';
                address |= each == '@';
            }
        }
        return hash * PRIME + (address ? 1 : digit && to - start >= LONG_WORD ? 2 : word);
    }
}
