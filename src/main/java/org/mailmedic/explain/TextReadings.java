package org.mailmedic.explain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.explain.CauseCandidate.Weight;
import org.mailmedic.explain.bounce.ReturnedMail;
import org.mailmedic.explain.reply.ServerWords;
import org.mailmedic.explain.reply.ServerWords.Ground;
import org.mailmedic.explain.reply.ServerWordsReader;
import org.mailmedic.explain.signature.SignatureBook;
import org.mailmedic.explain.signature.SpokenCauses;
import org.mailmedic.explain.text.CleanText;

/// Finds everything in a text that names a cause: what servers have said, and what programs print of their own. Thread-safe.
final class TextReadings {
    private static final int LONGEST_LINE = 1000;
    private static final int BRIEF = 6;
    private static final int MOST_SPOKEN = 12;
    /// What programs say in the same words as bounces.
    private static final Set<Code> LIMITS = EnumSet.of(Code.SEND_RATE_LIMITED, Code.SEND_QUOTA_EXCEEDED);
    private static final double GUESSED = 0.5;
    /// How far before a reply a program's own name for it may stand, and what must stand between.
    private static final int PREFACE = 120;
    private static final Pattern QUOTED = Pattern.compile("^[^\\n]*\\b(?:response was|server (?:said|responded|replied|response)|respo"
            + "nded)\\b[^\\n]{0,20}$", Pattern.CASE_INSENSITIVE);
    /// How Postfix names the command; what the server has said stands before.
    private static final Pattern IN_REPLY = Pattern.compile("\\(in reply to [^)\\n]{1,80}\\)?\\W*$");

    private final Lazy<SignatureBook> book = new Lazy<>(SignatureBook::load);
    private final Lazy<SpokenCauses> tongues = new Lazy<>(SpokenCauses::bounces);
    private final Lazy<SpokenCauses> programs = new Lazy<>(SpokenCauses::programs);
    private final ReplyReadings replies = new ReplyReadings(tongues, programs);
    private final BounceReadings bounces = new BounceReadings(book, tongues, replies);

    /// Of a message, a page of a log, or a letter.
    List<CauseCandidate> log(CleanText clean, FactReader.Facts facts) {
        MailContext context = MailContext.of(clean.text());
        var candidates = new ArrayList<CauseCandidate>();
        Set<Integer> quiet = new HashSet<>();
        candidates.addAll(SignatureHits.read(book.get().open(clean.text()), clean, context, quiet));
        var heard = new HashSet<String>();
        for (ServerWords read : ServerWordsReader.read(clean.text(), false)) {
            if (!heard.add(read.code() + read.words())) {
                continue;
            }
            ServerWords each = PlausibleReplies.alone(read, clean, BRIEF);
            String line = line(clean.text(), each.from());
            boolean told = !MailContext.supposed(line, each.from() - lineStart(clean.text(), each.from()));
            if (told && !MailContext.source(line) && !quiet.contains(lineStart(clean.text(), each.from()))
                    && PlausibleReplies.plausible(each, line, context)) {
                replies.read(each, each.stage()).filter(found -> PlausibleReplies.speaks(found, each, context))
                        .ifPresent(candidates::add);
            }
        }
        withoutEchoes(candidates);
        withoutPrefaces(candidates, clean.text());
        if (candidates.stream().noneMatch(each -> each.weight() == Weight.WORDS)) {
            candidates.addAll(brief(clean, context));
        }
        if (candidates.stream().allMatch(each -> each.finding().confidence() <= GUESSED)) {
            spoken(clean, context).ifPresent(candidates::add);
        }
        Redirection.lead(clean.text(), facts, candidates);
        return candidates;
    }

    /// Of a mail that tells what became of another one.
    List<CauseCandidate> bounce(ReturnedMail mail) {
        return bounces.read(mail);
    }

    /// Of a mail or a text that does not look like a bounce, and may be one all the same.
    List<CauseCandidate> undelivered(ReturnedMail mail) {
        return bounces.undelivered(mail);
    }

    /// What a program says in a language that has no signatures, in a text that is about mail and no letter.
    private Optional<CauseCandidate> spoken(CleanText clean, MailContext context) {
        var lines = clean.lines(MOST_SPOKEN + 1, LONGEST_LINE).stream().map(CleanText.Line::text).filter(line -> !line.isBlank()).toList();
        if (!context.aboutMail() || lines.size() > MOST_SPOKEN || lines.stream().anyMatch(line -> PlausibleReplies.letterly(line))) {
            return Optional.empty();
        }
        String said = String.join("\n", lines.stream().filter(line -> context.clearlyMail(line) && !context.aboutOther(line)
                && !MailContext.source(line) && !PlausibleReplies.ofMailbox(line)).toList());
        return programs.get().read(said).or(() -> tongues.get().abroad(said).filter(told -> LIMITS.contains(told.code())))
                .map(CauseCandidate::told);
    }

    /// What stands inside a server's reply that was understood is that reply, not a fault of its own.
    /// Only where it names a name that the server could not find, that is more than a trouble of its own.
    static void withoutEchoes(List<CauseCandidate> candidates) {
        List<CauseCandidate> replies = candidates.stream().filter(each -> each.said() && each.weight() == Weight.WORDS).toList();
        candidates.removeIf(each -> !each.said() && !each.finding().code().id().startsWith("dns.")
                && replies.stream().anyMatch(reply -> each.from() >= reply.from() && each.to() <= reply.to()));
    }

    /// What a program says before it quotes the reply that it met is its own name for that reply.
    private static void withoutPrefaces(List<CauseCandidate> candidates, String text) {
        List<CauseCandidate> replies = candidates.stream().filter(each -> each.said() && each.weight() == Weight.WORDS).toList();
        candidates.removeIf(each -> !each.said() && each.from() >= 0 && replies.stream().anyMatch(reply -> each.to() <= reply.from()
                && reply.from() - each.to() <= PREFACE && QUOTED.matcher(text.substring(each.to(), reply.from())).find()));
    }

    /// A line or two that somebody copied out of a window: a server's words without anything around.
    private List<CauseCandidate> brief(CleanText clean, MailContext context) {
        var lines = clean.lines(BRIEF + 1, LONGEST_LINE).stream().filter(line -> !line.text().isBlank()).toList();
        if (lines.size() > BRIEF) {
            return List.of();
        }
        var found = new ArrayList<CauseCandidate>();
        for (CleanText.Line line : lines) {
            if (PlausibleReplies.copied(line.text(), context)) {
                String words = IN_REPLY.matcher(line.text().strip()).replaceFirst("");
                var said = new ServerWords(0, Optional.empty(), words, Optional.empty(), Ground.WORDS, line.at(), line.at()
                        + line.text().length());
                replies.read(said, Optional.empty())
                        .filter(each -> each.weight() == Weight.WORDS && each.finding().confidence() >= CauseCandidate.SURE_ENOUGH)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    static String line(String text, int at) {
        int end = text.indexOf('\n', at);
        int start = lineStart(text, at);
        return text.substring(start, Math.min(end < 0 ? text.length() : end, start + LONGEST_LINE));
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    }
}
