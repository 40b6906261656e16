package org.mailmedic.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.explain.CauseCandidate.Weight;
import org.mailmedic.explain.bounce.ReturnedMail;
import org.mailmedic.explain.bounce.ReturnedMail.DeliveryStatus;
import org.mailmedic.explain.reply.ServerWords;
import org.mailmedic.explain.reply.ServerWordsReader;
import org.mailmedic.explain.signature.SignatureBook;
import org.mailmedic.explain.signature.SpokenCauses;
import org.mailmedic.explain.signature.TextSignature.Role;
import org.mailmedic.explain.text.CleanText;
import org.mailmedic.plan.Stage;

/// Finds everything in a mail that tells what became of another one. Thread-safe.
final class BounceReadings {
    private static final Pattern FOLDED = Pattern.compile("(?<=\\S)\\n[ \\t]+(?=\\S)");
    /// How qmail ends what it says of a recipient.
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(#(?<status>[45]\\.\\d{1,3}\\.\\d{1,3})\\)");
    private static final int MOST_STATUSES = 20;
    private static final int LONGEST_LINE = 1000;
    private static final int HEAD = 500;
    private static final int LONGEST_BOUNCE = 8 * 1024;

    /// Who has said the words behind: the host is not what they speak of.
    private static final Pattern SPEAKER = Pattern.compile("\\bhost \\S{1,255}(?: ?\\[[^\\]\\n]{1,60}\\])? said: ");

    private final Lazy<SignatureBook> book;
    private final Lazy<SpokenCauses> tongues;
    private final ReplyReadings replies;
    private final Lazy<SignatureBook> bounces = new Lazy<>(SignatureBook::bounces);

    BounceReadings(Lazy<SignatureBook> book, Lazy<SpokenCauses> tongues, ReplyReadings replies) {
        this.book = book;
        this.tongues = tongues;
        this.replies = replies;
    }

    /// Of a mail that tells what became of another one.
    List<CauseCandidate> read(ReturnedMail mail) {
        var candidates = new ArrayList<CauseCandidate>();
        CleanText words = CleanText.of(mail.words());
        List<ServerWords> quoted = ServerWordsReader.read(words.text(), true);
        for (DeliveryStatus each : mail.statuses()) {
            if (each.unhappy()) {
                diagnostic(each, quoted).forEach(candidates::add);
            }
        }
        quoted.forEach(each -> replies.refused(each, each.stage()).ifPresent(candidates::add));
        MailContext context = MailContext.of("mail " + words.text());
        // as long as before: a place in the one is the same place in the other
        CleanText unfolded = CleanText.of(FOLDED.matcher(words.text()).replaceAll(fold -> " ".repeat(fold.group().length())));
        Set<Integer> quiet = new HashSet<>();
        candidates.addAll(SignatureHits.read(book.get().open(unfolded.text()), unfolded, context, quiet));
        TextReadings.withoutEchoes(candidates);
        candidates.replaceAll(CauseCandidate::nowhere);
        // what came back tells nothing of the settings with which it went out
        candidates.removeIf(each -> !each.said() && each.finding().stage() == Stage.SETTINGS);
        if (!quiet.isEmpty() && candidates.isEmpty()) {
            return candidates;
        }
        String told = words.text() + "\n" + mail.subject();
        var opened = bounces.get().open(told);
        for (CleanText.Line line : CleanText.of(told.replaceAll("(?<=[\\p{L},])\\n(?=[ \\t]*[\\p{Ll}])", " ")).lines(400, LONGEST_LINE)) {
            opened.find(line.text()).stream().findFirst().ifPresent(hit -> candidates.add(SignatureHits.candidate(hit, line.text(), 0,
                    hit.signature().role() == Role.WRAPPER ? Weight.WRAPPER : Weight.PHRASE).nowhere()));
        }
        if (candidates.stream().allMatch(each -> each.weight() == Weight.WRAPPER)) {
            tongues.get().read(SPEAKER.matcher(told).replaceAll("")).map(CauseCandidate::told).ifPresent(candidates::add);
        }
        if (candidates.isEmpty()) {
            IN_BRACKETS.matcher(told).results().limit(MOST_STATUSES).map(each -> each.group("status")).distinct()
                    .forEach(each -> replies.status(each).forEach(candidates::add));
        }
        return candidates;
    }

    /// Of a mail or a text that does not look like a bounce: where its beginning says that a message was not delivered, what names a cause.
    List<CauseCandidate> undelivered(ReturnedMail mail) {
        String begins = mail.subject() + ".\n" + mail.words().substring(0, Math.min(HEAD, mail.words().length()));
        if (mail.words().length() > LONGEST_BOUNCE || !tongues.get().undelivered(begins)) {
            return List.of();
        }
        return read(mail).stream().filter(each -> each.weight() == Weight.WORDS || each.weight() == Weight.PHRASE && !each.said())
                .toList();
    }

    /// @param quoted what servers have said in the words for people: the same reply stands there with its step
    private Stream<CauseCandidate> diagnostic(DeliveryStatus status, List<ServerWords> quoted) {
        var found = new ArrayList<CauseCandidate>();
        String diagnostic = CleanText.of(status.diagnostic()).text();
        if (!diagnostic.isEmpty()) {
            var context = MailContext.of("mail " + diagnostic);
            SignatureHits.read(book.get().open(diagnostic), CleanText.of(diagnostic), context, new HashSet<>()).stream()
                    .map(CauseCandidate::nowhere).forEach(found::add);
            boolean own = !diagnostic.regionMatches(true, 0, "smtp", 0, 4)
                    && found.stream().anyMatch(each -> each.weight() == Weight.WORDS);
            for (ServerWords each : own ? List.<ServerWords>of() : ServerWordsReader.read("said: "
                    + diagnostic.replaceFirst("^[\\w.-]{1,30}\\s*;\\s*", ""), true)) {
                Optional<Stage> where = each.stage().or(() -> quoted.stream().filter(same -> same.code() == each.code()
                        && same.stage().isPresent()).findFirst().flatMap(ServerWords::stage));
                replies.refused(each, where).map(CauseCandidate::nowhere).ifPresent(found::add);
            }
            bounces.get().open(diagnostic).find(diagnostic.length() > LONGEST_LINE ? diagnostic.substring(0, LONGEST_LINE) : diagnostic)
                    .stream().findFirst()
                    .ifPresent(hit -> found.add(SignatureHits.candidate(hit, diagnostic, 0, Weight.PHRASE).nowhere()));
        }
        return Stream.concat(found.stream(), replies.status(status.status()));
    }
}
