package org.mailmedic.explain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.reply.HintedSignatures;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.Reply;
import org.mailmedic.explain.CauseCandidate.Weight;
import org.mailmedic.explain.bounce.ReturnedMail;
import org.mailmedic.explain.bounce.ReturnedMail.DeliveryStatus;
import org.mailmedic.explain.reply.ServerWords;
import org.mailmedic.explain.reply.ServerWords.Ground;
import org.mailmedic.explain.reply.ServerWordsReader;
import org.mailmedic.explain.signature.SignatureBook;
import org.mailmedic.explain.signature.SpokenCauses;
import org.mailmedic.explain.signature.TextSignature.Hit;
import org.mailmedic.explain.signature.TextSignature.Role;
import org.mailmedic.explain.text.CleanText;
import org.mailmedic.plan.Stage;

/// Finds everything in a text that names a cause: what servers have said, and what programs print of their own. Thread-safe.
final class TextReadings {
    private static final Pattern FOLDED = Pattern.compile("(?<=\\S)\\n[ \\t]+(?=\\S)");
    private static final Pattern CLOSING = Pattern.compile("(?i)^5\\.0\\.0 (?:Service unavailable|Remote protocol error)\\W*$");
    private static final Pattern STATUS = Pattern.compile("^([45])\\.(\\d{1,3})\\.(\\d{1,3})");
    /// How qmail ends what it says of a recipient.
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(#(?<status>[45]\\.\\d{1,3}\\.\\d{1,3})\\)");
    private static final int MOST_STATUSES = 20;
    private static final int MOST_LINES = 800;
    private static final int LONGEST_LINE = 1000;
    private static final int MOST_CANDIDATES = 200;
    private static final int BRIEF = 6;
    private static final int MOST_SPOKEN = 12;
    private static final int HEAD = 500;
    private static final int LONGEST_BOUNCE = 8 * 1024;
    /// What programs say in the same words as bounces.
    private static final Set<Code> LIMITS = EnumSet.of(Code.SEND_RATE_LIMITED, Code.SEND_QUOTA_EXCEEDED);
    private static final double GUESSED = 0.5;
    private static final double SURE_ENOUGH = 0.75;
    /// The highest code that web servers use too (RFC 6585 §6).
    private static final int LAST_OF_WEB = 511;
    /// The codes that servers use beside those of RFC 5321 and RFC 4954; others in a text are numbers of something else.
    private static final Pattern SMTP_CODES = Pattern.compile("421|422|431|432|44[0-9]|45[0-9]|47[1-3]|50[0-5]|51[0-9]|52[1-5]|53[0-8]|5"
            + "4[1-7]|55[0-9]|56[0-5]|57[1-9]");
    private static final Pattern USUAL_CODES = Pattern.compile("421|432|45\\d|50[0-5]|51\\d|52[0-5]|53[0-8]|55\\d|57\\d");
    private static final Pattern WEB = Pattern.compile("(?i)https? (?:status|error|code)|HTTP/\\d|\\bhttp\\b.{0,20}\\b[45]\\d\\d|Bad Gat"
            + "eway|Gateway Time-?out|Internal Server Error|503 Service Temporarily Unavailable|GET /|POST /|status code|Request failed|"
            + "503 Service Unavailable");
    private static final Pattern MAILISH = Pattern.compile("(?i)sender|recipient|\\brcpt|@[\\w-]+\\.\\w|mail|relay|authenticat|message|mailbox|spam|credential|"
            + "helo|ehlo|sending|quota|smtp|nachricht|absender|empf[äa]nger|courriel|exp[ée]diteur|destinat|correo|remitente|mittente|re"
            + "metente|nadawc|odbiorc|отправител|получател|发件|收件|邮件|送信|宛先|メール");
    /// The protocols by which mail is fetched: their words are no server's that takes mail.
    private static final Pattern MAILBOX = Pattern.compile("(?i)^(?!.*smtp).*\\b(?:imap|pop3)");
    private static final Pattern REFUSING = Pattern.compile("(?i)reject|denied|\\bnot\\b|n't\\b|exceed|limit|require|refus|unable|disall"
            + "ow|invalid|fail|full\\b|unauthenticated|blocked|unknown|too (?:many|much|big|large|long|fast)|greylist|suspended|locked"
            + "|upgrade|activate|\\bnicht\\b|verweigert|abgelehnt|rechaz|denegad|recusad|rifiut|rejet|geweigerd|odrzuc|отклон|不存在|拒绝|拒否");
    /// A record, a line of a log or of a dialogue: not a sentence that somebody copied.
    private static final Pattern RECORD = Pattern.compile("(?i)^\\s*v=\\w+;|\\w\\[\\d+\\]:|^\\W*(?:EHLO|HELO|MAIL FROM|RCPT TO)(?!/)\\b|(?:CL"
            + "IENT|SERVER) ->|\\w=\\S+.{0,80}\\w=\\S+|\\?\\s*$|command failed\\W*$"
            + "|\\b\\d+ (?:\\w+ )?(?:imported|skipped|processed)\\b");
    /// How far before a reply a program's own name for it may stand, and what must stand between.
    private static final int PREFACE = 120;
    private static final Pattern QUOTED = Pattern.compile("^[^\\n]*\\b(?:response was|server (?:said|responded|replied|response)|respo"
            + "nded)\\b[^\\n]{0,20}$", Pattern.CASE_INSENSITIVE);
    /// How Postfix names the command; what the server has said stands before.
    private static final Pattern IN_REPLY = Pattern.compile("\\(in reply to [^)\\n]{1,80}\\)?\\W*$");
    private static final Pattern LETTERLY = Pattern.compile("(?i)^(?!.*\\wException\\b)(?:(?:hi|hello|dear|guten|hallo|bonjour|thanks"
            + "|thank you|liebe|sehr geehrte|best)\\b|.*\\b(?:i|we|you|my|please|could you|would)\\b.{0,80}[.?!]\\s*$)");
    private static final Pattern KNOWN_HOST = Pattern.compile("(?i)(?:gmail|google|office365|outlook|live|hotmail|yahoo|icloud|me|zoho|s"
            + "endgrid|mailgun|amazonaws|gmx|web|ionos|yandex|mail\\.ru|qq|163)\\.(?:com|net|de|org|eu|ru|[a-z]{2})$");
    private static final Pattern STRANGER = Pattern.compile("(?i)220[ -](?<banner>[\\w.-]{4,200}) ESMTP (?:Exim|Postfix)|We do not autho"
            + "rize the use of this system|Incorrect authentication data");

    private final Lazy<SignatureBook> book = new Lazy<>(SignatureBook::load);
    private final Lazy<SignatureBook> bounces = new Lazy<>(SignatureBook::bounces);
    private final Lazy<SpokenCauses> tongues = new Lazy<>(SpokenCauses::bounces);
    private final Lazy<SpokenCauses> programs = new Lazy<>(SpokenCauses::programs);
    private final Lazy<HintedSignatures<Ambiguity>> ambiguities = new Lazy<>(Ambiguity::load);
    private final ReplyReader replies = new ReplyReader();

    /// Of a message, a page of a log, or a letter.
    List<CauseCandidate> log(CleanText clean, FactReader.Facts facts) {
        MailContext context = MailContext.of(clean.text());
        var candidates = new ArrayList<CauseCandidate>();
        Set<Integer> quiet = new HashSet<>();
        candidates.addAll(signatures(book.get().open(clean.text()), clean, context, quiet));
        var heard = new HashSet<String>();
        for (ServerWords read : ServerWordsReader.read(clean.text(), false)) {
            if (!heard.add(read.code() + read.words())) {
                continue;
            }
            ServerWords each = alone(read, clean);
            String line = line(clean.text(), each.from());
            boolean told = !MailContext.supposed(line, each.from() - lineStart(clean.text(), each.from()));
            if (told && !MailContext.source(line) && !quiet.contains(lineStart(clean.text(), each.from()))
                    && plausible(each, line, context)) {
                read(each, each.stage()).filter(found -> speaks(found, each, context)).ifPresent(candidates::add);
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
        redirected(clean.text(), facts, candidates);
        return candidates;
    }

    /// A refusal that stands by itself, as somebody copied it, has the form of a reply though nothing says who has said it.
    private static ServerWords alone(ServerWords said, CleanText clean) {
        boolean alone = said.ground() == Ground.NUMBER && usualOne(said.code()) && clean.text().substring(0, said.from()).isBlank()
                && clean.lines(BRIEF + 1, LONGEST_LINE).stream().filter(line -> !line.text().isBlank()).count() <= BRIEF
                && MAILISH.matcher(said.words()).find() && REFUSING.matcher(said.words()).find();
        return alone ? new ServerWords(said.code(), said.enhanced(), said.words(), said.stage(), Ground.FORM, said.from(), said.to()) : said;
    }

    /// What a program says in a language that has no signatures, in a text that is about mail and no letter.
    private Optional<CauseCandidate> spoken(CleanText clean, MailContext context) {
        var lines = clean.lines(MOST_SPOKEN + 1, LONGEST_LINE).stream().map(CleanText.Line::text).filter(line -> !line.isBlank()).toList();
        if (!context.aboutMail() || lines.size() > MOST_SPOKEN || lines.stream().anyMatch(line -> LETTERLY.matcher(line.strip()).find())) {
            return Optional.empty();
        }
        String said = String.join("\n", lines.stream().filter(line -> context.clearlyMail(line) && !context.aboutOther(line)
                && !MailContext.source(line) && !MAILBOX.matcher(line).find()).toList());
        return programs.get().read(said).or(() -> tongues.get().abroad(said).filter(told -> LIMITS.contains(told.code())))
                .map(TextReadings::told);
    }

    /// Of a mail that tells what became of another one.
    List<CauseCandidate> bounce(ReturnedMail mail) {
        var candidates = new ArrayList<CauseCandidate>();
        CleanText words = CleanText.of(mail.words());
        List<ServerWords> quoted = ServerWordsReader.read(words.text(), true);
        for (DeliveryStatus each : mail.statuses()) {
            if (each.unhappy()) {
                diagnostic(each, quoted).forEach(candidates::add);
            }
        }
        quoted.forEach(each -> refused(each, each.stage()).ifPresent(candidates::add));
        MailContext context = MailContext.of("mail " + words.text());
        // as long as before: a place in the one is the same place in the other
        CleanText unfolded = CleanText.of(FOLDED.matcher(words.text()).replaceAll(fold -> " ".repeat(fold.group().length())));
        Set<Integer> quiet = new HashSet<>();
        candidates.addAll(signatures(book.get().open(unfolded.text()), unfolded, context, quiet));
        withoutEchoes(candidates);
        candidates.replaceAll(TextReadings::nowhere);
        // what came back tells nothing of the settings with which it went out
        candidates.removeIf(each -> !each.said() && each.finding().stage() == Stage.SETTINGS);
        if (!quiet.isEmpty() && candidates.isEmpty()) {
            return candidates;
        }
        String told = words.text() + "\n" + mail.subject();
        var opened = bounces.get().open(told);
        for (CleanText.Line line : CleanText.of(told.replaceAll("(?<=[\\p{L},])\\n(?=[ \\t]*[\\p{Ll}])", " ")).lines(400, LONGEST_LINE)) {
            opened.find(line.text()).stream().findFirst().ifPresent(hit -> candidates.add(nowhere(candidate(hit, line.text(), 0,
                    hit.signature().role() == Role.WRAPPER ? Weight.WRAPPER : Weight.PHRASE))));
        }
        if (candidates.stream().allMatch(each -> each.weight() == Weight.WRAPPER)) {
            tongues.get().read(told).map(TextReadings::told).ifPresent(candidates::add);
        }
        if (candidates.isEmpty()) {
            IN_BRACKETS.matcher(told).results().limit(MOST_STATUSES).map(each -> each.group("status")).distinct()
                    .forEach(each -> status(each).forEach(candidates::add));
        }
        return candidates;
    }

    /// Of a mail or a text that does not look like a bounce: where its beginning says that a message was not delivered, what names a cause.
    List<CauseCandidate> undelivered(ReturnedMail mail) {
        String begins = mail.subject() + ".\n" + mail.words().substring(0, Math.min(HEAD, mail.words().length()));
        if (mail.words().length() > LONGEST_BOUNCE || !tongues.get().undelivered(begins)) {
            return List.of();
        }
        return bounce(mail).stream().filter(each -> each.weight() == Weight.WORDS || each.weight() == Weight.PHRASE && !each.said())
                .toList();
    }

    private static CauseCandidate told(SpokenCauses.Told told) {
        return new CauseCandidate(Finding.of(told.code(), told.confidence(), Facts.none()), List.of(),
                told.confidence() >= SURE_ENOUGH ? Weight.WORDS : Weight.PHRASE, told.words(), -1, -1, false, 0, Optional.empty());
    }

    /// What stands inside a server's reply that was understood is that reply, not a fault of its own.
    /// Only where it names a name that the server could not find, that is more than a trouble of its own.
    private static void withoutEchoes(List<CauseCandidate> candidates) {
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

    /// A reply that stopped one recipient: where nothing says at which step it came, it was most likely the recipient's.
    private Optional<CauseCandidate> refused(ServerWords said, Optional<Stage> where) {
        Optional<CauseCandidate> here = read(said, where.or(() -> Optional.of(Stage.RECIPIENT)));
        if (where.isPresent() || here.filter(each -> each.weight() == Weight.WORDS).isPresent()) {
            return here;
        }
        return Stream.of(Stage.MESSAGE, Stage.SENDER).flatMap(stage -> read(said, Optional.of(stage))
                .filter(each -> each.weight() == Weight.WORDS).stream()).findFirst().or(() -> here);
    }

    /// @param quoted what servers have said in the words for people: the same reply stands there with its step
    private Stream<CauseCandidate> diagnostic(DeliveryStatus status, List<ServerWords> quoted) {
        var found = new ArrayList<CauseCandidate>();
        String diagnostic = CleanText.of(status.diagnostic()).text();
        if (!diagnostic.isEmpty()) {
            var context = MailContext.of("mail " + diagnostic);
            signatures(book.get().open(diagnostic), CleanText.of(diagnostic), context, new HashSet<>()).stream()
                    .map(TextReadings::nowhere).forEach(found::add);
            boolean own = !diagnostic.regionMatches(true, 0, "smtp", 0, 4)
                    && found.stream().anyMatch(each -> each.weight() == Weight.WORDS);
            for (ServerWords each : own ? List.<ServerWords>of() : ServerWordsReader.read("said: "
                    + diagnostic.replaceFirst("^[\\w.-]{1,30}\\s*;\\s*", ""), true)) {
                Optional<Stage> where = each.stage().or(() -> quoted.stream().filter(same -> same.code() == each.code()
                        && same.stage().isPresent()).findFirst().flatMap(ServerWords::stage));
                refused(each, where).map(TextReadings::nowhere).ifPresent(found::add);
            }
            bounces.get().open(diagnostic).find(diagnostic.length() > LONGEST_LINE ? diagnostic.substring(0, LONGEST_LINE) : diagnostic)
                    .stream().findFirst()
                    .ifPresent(hit -> found.add(nowhere(candidate(hit, diagnostic, 0, Weight.PHRASE))));
        }
        return Stream.concat(found.stream(), status(status.status()));
    }

    /// What a status code alone says.
    private Stream<CauseCandidate> status(String status) {
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

    private static CauseCandidate nowhere(CauseCandidate each) {
        return new CauseCandidate(each.finding(), each.also(), each.weight(), each.matched(), -1, -1, each.said(), each.reply(),
                each.enhanced());
    }

    /// @param quiet takes the lines that tell of something that went well
    private static List<CauseCandidate> signatures(SignatureBook.Opened opened, CleanText clean, MailContext context, Set<Integer> quiet) {
        var found = new ArrayList<CauseCandidate>();
        if (context.aboutMail()) {
            opened.across(clean.text()).forEach(hit -> found.add(candidate(hit, clean.text().substring(hit.from(), hit.to()), hit.from(),
                    hit.signature().role() == Role.WRAPPER ? Weight.WRAPPER : Weight.WORDS)));
        }
        for (CleanText.Line line : clean.lines(MOST_LINES, LONGEST_LINE)) {
            List<Hit> hits = opened.find(line.text());
            if (hits.stream().anyMatch(hit -> hit.signature().role() == Role.NOTHING)) {
                quiet.add(line.at());
                continue;
            }
            if (hits.isEmpty() || MailContext.source(line.text())) {
                continue;
            }
            boolean may = context.mayMeanMail(line.text());
            boolean clearly = may && context.clearlyMail(line.text());
            var stages = EnumSet.noneOf(Stage.class);
            for (Hit hit : hits) {
                boolean anywhere = hit.signature().anywhere() && !MailContext.otherProgram(line.text());
                boolean counts = ((hit.signature().role() == Role.WRAPPER ? clearly : may) || anywhere)
                        && (hit.signature().role() == Role.WRAPPER || stages.add(hit.stage()));
                if (counts && found.size() < MOST_CANDIDATES) {
                    found.add(candidate(hit, line.text(), line.at(), hit.signature().role() == Role.WRAPPER ? Weight.WRAPPER
                            : Weight.WORDS));
                }
            }
        }
        return found;
    }

    private static CauseCandidate candidate(Hit hit, String line, int at, Weight weight) {
        var finding = Finding.of(hit.code(), hit.confidence(), hit.facts().and("where", hit.stage().id())).at(hit.stage());
        String matched = line.length() <= 300 ? line : line.substring(Math.max(0, hit.from() - 100), Math.min(line.length(), hit.to()
                + 150));
        return new CauseCandidate(finding, hit.also(), weight, matched, at + hit.from(), at + hit.to(), false, 0, Optional.empty());
    }

    private static boolean plausible(ServerWords said, String line, MailContext context) {
        boolean numbered = said.code() == 0 || SMTP_CODES.matcher(Integer.toString(said.code())).matches();
        boolean web = said.enhanced().isEmpty() && WEB.matcher(line).find();
        boolean wordsAlone = said.code() == 0 && said.ground() == Ground.WORDS;
        boolean elsewhere = wordsAlone && (MAILBOX.matcher(line).find()
                || !context.aboutMail() && !MAILISH.matcher(MailContext.withoutFields(line)).find());
        return numbered && !web && !elsewhere && (context.mayMeanMail(line)
                || said.enhanced().isPresent() && (said.code() > 0 || context.aboutMail()));
    }

    /// Whether what was read out of words counts, given how sure it is that a server has said them.
    private static boolean speaks(CauseCandidate found, ServerWords said, MailContext context) {
        return switch (said.ground()) {
            case FORM -> context.aboutMail() || said.code() > LAST_OF_WEB || said.enhanced().isPresent()
                    || found.weight() == Weight.WORDS;
            case NUMBER -> found.weight() == Weight.WORDS || said.enhanced().isPresent() && found.weight() == Weight.STATUS;
            case WORDS -> found.weight() == Weight.WORDS && found.finding().confidence() >= 0.75;
        };
    }

    private Optional<CauseCandidate> read(ServerWords said, Optional<Stage> where) {
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

    /// What a reply says in a language that the reply reader does not know.
    private Optional<ReplyReader.Reading> abroad(ServerWords said, Optional<ReplyReader.Reading> reading) {
        boolean asked = said.code() > 0 && reading.filter(ReplyReader.Reading::worded).isEmpty()
                && said.words().chars().anyMatch(c -> c >= 0x80 && Character.isLetter(c));
        return asked ? tongues.get().abroad(said.words()).filter(told -> told.confidence() >= SURE_ENOUGH)
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
                ? Weight.STATUS : said.ground() == Ground.FORM && usualOne(said.code()) ? Weight.PHRASE : Weight.WRAPPER;
        return new CauseCandidate(Finding.of(reading.code(), confidence, facts).at(at), ambiguity.map(Ambiguity::also).orElse(List.of()),
                weight, quoted, said.from(), said.to(), said.code() > 0 || said.enhanced().isPresent(), said.code(), said.enhanced());
    }

    /// Whether the server has said "later" (4xx) or "no" (5xx), RFC 5321 §4.2.1.
    private static String finality(ServerWords said) {
        char digit = said.code() > 0 ? Integer.toString(said.code()).charAt(0) : said.enhanced().map(status -> status.charAt(0))
                .orElse(' ');
        return digit == '4' ? "later" : digit == '5' ? "no" : "";
    }

    /// Whether this is a code that mail servers really use; others may as well be numbers of a program or of the web.
    private static boolean usualOne(int code) {
        return USUAL_CODES.matcher(Integer.toString(code)).matches();
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

    /// A line or two that somebody copied out of a window: a server's words without anything around.
    private List<CauseCandidate> brief(CleanText clean, MailContext context) {
        var lines = clean.lines(BRIEF + 1, LONGEST_LINE).stream().filter(line -> !line.text().isBlank()).toList();
        if (lines.size() > BRIEF) {
            return List.of();
        }
        var found = new ArrayList<CauseCandidate>();
        for (CleanText.Line line : lines) {
            boolean may = MAILISH.matcher(MailContext.withoutFields(line.text())).find() && !LETTERLY.matcher(line.text().strip()).find()
                    && !MailContext.supposed(line.text(), line.text().length())
                    && !MailContext.source(line.text()) && !MAILBOX.matcher(line.text()).find()
                    && REFUSING.matcher(line.text()).find() && !RECORD.matcher(line.text()).find() && !context.aboutOther(line.text());
            if (may) {
                String words = IN_REPLY.matcher(line.text().strip()).replaceFirst("");
                var said = new ServerWords(0, Optional.empty(), words, Optional.empty(), Ground.WORDS, line.at(), line.at()
                        + line.text().length());
                read(said, Optional.empty()).filter(each -> each.weight() == Weight.WORDS && each.finding().confidence() >= 0.75)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /// The host of a large provider was asked, and somebody else's mail server answers: the hosting company turns connections round.
    private static void redirected(String text, FactReader.Facts facts, List<CauseCandidate> candidates) {
        boolean known = facts.host().filter(host -> KNOWN_HOST.matcher(host).find()).isPresent();
        var stranger = STRANGER.matcher(text);
        if (known && stranger.find() && !candidates.isEmpty()) {
            String banner = stranger.group("banner") == null ? "" : stranger.group("banner");
            if (banner.isEmpty() || !KNOWN_HOST.matcher(banner).find()) {
                candidates.add(0, new CauseCandidate(Finding.of(Code.PORT_BLOCKED_BY_HOSTING, 0.75, Facts.of("banner", banner).and("where",
                        "greeting")), List.of(Code.SMTP_REDIRECTED), Weight.WORDS,
                        line(text, stranger.start()).strip(), stranger.start(), stranger.end(), false, 0, Optional.empty()));
            }
        }
    }

    private static String line(String text, int at) {
        int end = text.indexOf('\n', at);
        int start = lineStart(text, at);
        return text.substring(start, Math.min(end < 0 ? text.length() : end, start + LONGEST_LINE));
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    }
}
