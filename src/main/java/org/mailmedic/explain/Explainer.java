package org.mailmedic.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Diagnostician;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.explain.CauseCandidate.Weight;
import org.mailmedic.explain.bounce.MailTextReader;
import org.mailmedic.explain.bounce.OutlookMessage;
import org.mailmedic.explain.bounce.ReturnedMail;
import org.mailmedic.explain.bounce.ReturnedMail.Kind;
import org.mailmedic.explain.text.CleanText;
import org.mailmedic.explain.text.PastedBytes;
import org.mailmedic.explain.text.PastedSecretMask;

/// Takes a text that tells of mail trouble apart and says what it means: an error message, a page of a log, a bounce.
///
/// The text is hostile: every step is bounded, and takes time in proportion to it. Thread-safe.
public final class Explainer {
    /// What is beyond is not looked at.
    private static final int LONGEST = 1024 * 1024;
    private static final int MOST_MAILS = 50;
    private static final int MOST_FACTS = 12_000;
    private static final int MOST_CAUSES = 8;
    private static final int MOST_MARKS = 200;
    private static final double UNSURE = 0.5;
    /// The body of a bounce without its headers, as people paste it.
    private static final Pattern BOUNCE_BODY = Pattern.compile("(?im)^(?:Failed to deliver to '|Final-Recipient:|Diagnostic-Code:"
            + "|Reporting-MTA:|This is the mail system at host|Hi\\. This is the qmail|[ \\t]{0,40}-{2,5} (?:The following addresses had|"
            + "Transcript of session)"
            + "|This message was created automatically by mail delivery software|A message that you (?:have )?sent could not be delivere"
            + "d|I'm sorry to have to inform you that your message|Delivery has failed to these recipients"
            + "|<?[^\\s@<>]{1,64}@[^\\s@<>]{1,200}>?:?\\s(?:\\([^)\\n]{1,120}\\):?\\s)?host |because:\\s*$|The response (?:was|from the "
            + "remote server was):|Remote host said:|.{0,60}SMTP error from remote mail server after|"
            + "[ \\t]{1,40}host \\S{1,255}\\[[^\\]\\s]{1,4"
            + "5}\\] (?:said|refused)|"
            + "[ \\t]{0,40}[\\w.-]{1,255}\\[[^\\]\\s]{1,45}\\] (?:said|refused)|There was a (?:temporary )?problem delive"
            + "ring|<[^\\s@<>]{1,64}@[^\\s@<>]{1,200}>:\\s*$|The rejected e-mail address|>>> (?:RCPT|MAIL|DATA)|<<< [45]\\d\\d|Your mess"
            + "age (?:wasn't|was not|could not be|couldn't be) delivered"
            + "|Your message to \\S{3,320} (?:wasn't|was not|could not be|couldn't be|has not been) delivered"
            + "|The following message to <|Sorry, we were unable to deliver you"
            + "r message|did not reach the following recipient|Your message did not reach"
            + "|(?:Ihre|Diese) (?:E-Mail-)?Nachricht .{0,60}nicht zugestellt|Folgende.{0,4} Empf.nger .{0,40}nicht|Votre message n.a (?:"
            + "pas|pu).{0,30}(?:remis|distribu|livr)"
            + "|(?:Su|Tu) mensaje no se.{0,30}entreg|(?:Sua mensagem|O e-mail) n.o (?:foi|p.de).{0,20}entreg"
            + "|Il messaggio non .{1,20}(?:recapitato|consegnato)"
            + "|Uw bericht (?:is niet|kon niet)|Twoja wiadomo.. nie zosta|Сообщение не (?:было )?доставлено|邮件(?:未|无法)(?:送达|投递)).*");

    /// How a bounce begins in other languages, pasted without its headers.
    private static final Pattern BOUNCE_WORDS = Pattern.compile(
            "(?imu)^(?:(?:Ihre|Deine|Diese|Die) (?:E-?Mail|Nachricht|Mail|E-Mail-Nachricht)\\b.{0,80}nicht (?:zugestellt"
            + "|übermittelt|ausgeliefert)|(?:Die )?Zustellung .{0,60}(?:fehlgeschlagen|verz[öo]gert)|Votre (?:message|courriel"
            + "|e-?mail)\\b.{0,80}(?:n.a (?:pas|pu)|refus)|Remise impossible|Impossible de (?:remettre|distribuer)|(?:Su|Tu"
            + "|El) (?:mensaje|correo)\\b.{0,60}no (?:se|ha|pudo|fue)|No se (?:ha podido|pudo) entregar (?:el|su|tu) (?:mensaje"
            + "|correo)|Il (?:tuo |suo )?messaggio\\b.{0,60}non |Impossibile (?:consegnare|recapitare) il messaggio"
            + "|(?:A )?sua mensagem\\b.{0,60}n[ãa]o|N[ãa]o foi poss[íi]vel entregar|(?:Uw|Je|Het|Dit) bericht\\b.{0,60}niet"
            + "|Twoja wiadomość\\s.{0,40}nie|Nie (?:można|udało się) dostarczyć|(?:Ваше )?(?:сообщение|письмо) .{0,60}(?:не|было) "
            + "|Не удалось доставить|.{0,20}メールを?(?:配信|送信)できません|以下の(?:宛先|メール)|退信原因|很抱歉.{0,4}您的邮件|您(?:发送)?的邮件"
            + "|The recipient's mailbox is full and can't|Delivery (?:to|of your message)\\b.{0,60}(?:delayed|failed|restricted))");

    private static final Pattern LOG_LINE = Pattern.compile("postfix/\\w+\\[|\\bstatus=(?:deferred|bounced)|(?m)^\\d{4}-\\d\\d-\\d\\d "
            + "\\d\\d:\\d\\d:\\d\\d \\S{6}-\\S{6,11}-\\S{2,4} |sm-mta\\[|sendmail\\[");

    private final TextReadings readings = new TextReadings();

    /// For the build: writes the index by which the forms of facts are read.
    ///
    /// @param classes the folder of the compiled program
    public static void writeIndex(Path classes) throws IOException {
        FactForms.writeIndex(classes);
    }

    /// Explains the bytes of a file or of standard input, in whatever character set they are.
    public Explanation explain(byte[] bytes) {
        return explain(bytes, Optional.empty());
    }

    /// The same where the leading cause is known already, as in a log that was counted: host, port and addresses are then read where
    /// that one stands.
    public Explanation explain(byte[] bytes, Optional<Code> leading) {
        List<String> texts = readings(bytes);
        Explanation best = explain(texts.getFirst(), leading);
        for (String each : texts.subList(1, texts.size())) {
            if (best.recognised() && best.causes().getFirst().finding().confidence() >= 0.8) {
                break;
            }
            Explanation explanation = explain(each, leading);
            best = surer(explanation, best) ? explanation : best;
        }
        return best;
    }

    /// The texts that the bytes of a file may stand for, most plausible first: a message that Outlook has saved as the source of a mail,
    /// anything else in every character set it may be in.
    public static List<String> readings(byte[] bytes) {
        return OutlookMessage.source(bytes).map(List::of).orElseGet(() -> PastedBytes.readings(bytes));
    }

    private static boolean surer(Explanation one, Explanation other) {
        return one.recognised() && (!other.recognised()
                || one.causes().getFirst().finding().confidence() > other.causes().getFirst().finding().confidence());
    }

    /// @param given as it was pasted; only its first million characters are looked at
    public Explanation explain(String given) {
        return explain(given, Optional.empty());
    }

    private Explanation explain(String given, Optional<Code> leading) {
        String text = given.length() > LONGEST ? given.substring(0, LONGEST) : given;
        String plain = CleanText.withPlainLines(text);
        if (plain.isBlank()) {
            return unknown(CleanText.of(""), FactReader.read(""), new PastedSecretMask(""));
        }
        if (MailTextReader.mail(plain)) {
            return mails(plain);
        }
        CleanText clean = CleanText.of(text);
        boolean bounce = BOUNCE_BODY.matcher(clean.text()).find() || BOUNCE_WORDS.matcher(clean.text()).find();
        return bounce && !LOG_LINE.matcher(clean.text()).find() ? mail("From: MAILER-DAEMON\n\n"
                + clean.text(), clean, 0) : log(clean, leading);
    }

    /// A mail, or all mails of an mbox: the first that tells of trouble answers, with the causes of the others behind it.
    private Explanation mails(String text) {
        CleanText whole = CleanText.of(text);
        List<Explanation> all = MailTextReader.messages(text, MOST_MAILS).stream().map(each -> mail(each, whole, 0)).toList();
        Explanation first = all.stream().filter(Explanation::recognised).findFirst().orElseGet(all::getFirst);
        var causes = new LinkedHashMap<Code, Explanation.Cause>();
        all.stream().filter(Explanation::recognised).flatMap(each -> each.causes().stream())
                .forEach(cause -> causes.putIfAbsent(cause.finding().code(), cause));
        return causes.isEmpty() ? first : new Explanation(causes.values().stream().limit(MOST_CAUSES).toList(), first.found(),
                first.marks());
    }

    private Explanation mail(String source, CleanText whole, int depth) {
        ReturnedMail mail = MailTextReader.read(source);
        String read = mail.kind() == Kind.LETTER ? mail.words() : source.substring(0, Math.min(source.length(), MOST_FACTS));
        var facts = FactReader.read(read).placedIn(whole.text(), read);
        List<CauseCandidate> candidates = switch (mail.kind()) {
            case BOUNCE -> readings.bounce(mail);
            case LETTER -> letter(mail, facts);
            case DELIVERED, FEEDBACK, AUTOMATIC -> List.of();
        };
        if (candidates.isEmpty() && depth == 0 && mail.kind() != Kind.FEEDBACK && MailTextReader.mail(mail.brought().stripLeading())) {
            // a bounce that was forwarded as an attachment
            return mail(mail.brought().stripLeading(), whole, 1);
        }
        return explanation(candidates, whole, _ -> facts, facts, mail.kind() == Kind.BOUNCE, Optional.empty());
    }

    /// A mail whose headers do not say what it is: it may quote an error, or be a bounce of somebody who hides it.
    private List<CauseCandidate> letter(ReturnedMail mail, FactReader.Facts facts) {
        List<CauseCandidate> said = readings.log(CleanText.of(mail.subject() + "\n" + mail.words()), facts);
        return said.isEmpty() ? readings.undelivered(mail) : said;
    }

    private Explanation log(CleanText clean, Optional<Code> leading) {
        var facts = FactReader.read(clean.text());
        List<CauseCandidate> said = readings.log(clean, facts);
        if (said.isEmpty()) {
            said = readings.undelivered(new ReturnedMail(Kind.BOUNCE, "", clean.text(), List.of(), ""));
        }
        if (said.isEmpty()) {
            said = LoneLine.read(clean.text());
        }
        return explanation(said, clean, lead -> LogExcerpt.about(clean.text(), lead.from())
                .map(lines -> FactReader.read(lines.text()).movedBy(lines)).orElse(facts), facts, false, leading);
    }

    /// @param about   what can be read about one cause
    /// @param all     what can be read in the whole text
    /// @param leading whose facts are told, where it is not the best one
    private static Explanation explanation(List<CauseCandidate> candidates, CleanText text,
            Function<CauseCandidate, FactReader.Facts> about, FactReader.Facts all, boolean bounce, Optional<Code> leading) {
        var secrets = new PastedSecretMask(text.text());
        Weight most = candidates.stream().map(CauseCandidate::weight).max(Comparator.naturalOrder()).orElse(Weight.WRAPPER);
        List<CauseCandidate> counting = candidates.stream().filter(each -> each.weight() == most).toList();
        double best = counting.stream().mapToDouble(each -> each.finding().confidence()).max().orElse(0);
        List<CauseCandidate> roots = counting.stream().filter(each -> best < 0.8 || each.finding().confidence() >= UNSURE).toList();
        if (roots.isEmpty()) {
            return unknown(text, all, secrets);
        }
        List<Finding> ranked = bounce || most == Weight.WRAPPER ? surest(roots)
                : Diagnostician.rank(roots.stream().map(CauseCandidate::finding).toList()).diagnoses();
        var causes = new LinkedHashMap<Code, Explanation.Cause>();
        for (Finding each : ranked) {
            CauseCandidate source = roots.stream().filter(root -> root.finding().code() == each.code()).findFirst().orElseThrow();
            causes.putIfAbsent(each.code(), new Explanation.Cause(masked(each, secrets), shown(source, secrets)));
        }
        Set<Code> possible = new LinkedHashSet<>();
        for (Finding each : ranked) {
            roots.stream().filter(root -> root.finding().code() == each.code()).forEach(root -> possible.addAll(root.also()));
        }
        CauseCandidate lead = roots.stream().filter(root -> root.finding().code() == ranked.getFirst().code()).findFirst().orElseThrow();
        for (Code also : possible) {
            double confidence = Math.min(0.55, lead.finding().confidence() * 0.6);
            Finding finding = new Finding(also, also.stage(), also.party(), true, lead.finding().facts(), confidence, List.of());
            causes.putIfAbsent(also, new Explanation.Cause(masked(finding, secrets), shown(lead, secrets)));
        }
        CauseCandidate told = leading.flatMap(code -> roots.stream().filter(root -> root.finding().code() == code).findFirst())
                .orElse(lead);
        var facts = about.apply(told);
        var found = new FoundFacts(facts.program(), facts.host(), facts.port(), facts.security(),
                Optional.of(told.finding().stage().id()), told.reply(), told.enhanced(),
                facts.from().map(secrets::masked), facts.to().map(secrets::masked));
        return new Explanation(causes.values().stream().limit(MOST_CAUSES).toList(), found, marks(roots, text, facts, secrets));
    }

    /// In a bounce, and where no cause is named at all, what was said most clearly leads, whatever the station.
    private static List<Finding> surest(List<CauseCandidate> roots) {
        boolean names = roots.stream().anyMatch(each -> each.finding().code().id().startsWith("dns."));
        return roots.stream().map(CauseCandidate::finding).filter(each -> !names || each.code() != Code.SMTP_SERVER_ERROR)
                .sorted((one, other) -> Double.compare(other.confidence(), one.confidence())).toList();
    }

    private static Finding masked(Finding finding, PastedSecretMask secrets) {
        var facts = Facts.none();
        for (var each : finding.facts().asMap().entrySet()) {
            facts = facts.and(each.getKey(), secrets.masked(each.getValue()));
        }
        return new Finding(finding.code(), finding.stage(), finding.party(), finding.stops(), facts, finding.confidence(),
                finding.because());
    }

    private static String shown(CauseCandidate candidate, PastedSecretMask secrets) {
        String matched = candidate.matched().strip().replaceAll("\\s+", " ");
        return secrets.masked(matched.length() > 400 ? matched.substring(0, 400) : matched);
    }

    private static List<TextMark> marks(List<CauseCandidate> roots, CleanText text, FactReader.Facts facts, PastedSecretMask secrets) {
        var marks = new ArrayList<TextMark>();
        for (CauseCandidate each : roots) {
            int from = each.from() >= 0 ? each.from() : place(text, each.matched());
            if (from >= 0) {
                int to = each.from() >= 0 ? each.to() : Math.min(text.text().length(), from + Math.min(each.matched().length(), 30));
                marks.add(new TextMark(text.given(from), text.given(to), each.reply() > 0 ? "reply" : "cause"));
            }
        }
        for (FactReader.Place each : facts.places()) {
            if (each.to() <= text.text().length()) {
                marks.add(new TextMark(text.given(each.from()), text.given(each.to()), each.what()));
            }
        }
        secrets.places().forEach(place -> marks.add(new TextMark(text.given(place[0]), text.given(place[1]), "secret")));
        var inOrder = new TreeSet<>(Explainer::inOrder);
        marks.stream().filter(mark -> mark.from() < mark.to()).forEach(inOrder::add);
        return inOrder.stream().limit(MOST_MARKS).toList();
    }

    /// Written out, since the comparators that the platform puts together are not ready at a cold start.
    private static int inOrder(TextMark one, TextMark other) {
        int from = Integer.compare(one.from(), other.from());
        int to = from != 0 ? from : Integer.compare(one.to(), other.to());
        return to != 0 ? to : one.what().compareTo(other.what());
    }

    /// Where words that were decoded stand in the text as it is, by their beginning.
    private static int place(CleanText text, String words) {
        String start = words.length() > 30 ? words.substring(0, 30) : words;
        return start.length() < 6 ? -1 : text.text().indexOf(start);
    }

    private static Explanation unknown(CleanText text, FactReader.Facts facts, PastedSecretMask secrets) {
        var known = Facts.of("program", facts.program().orElse("")).and("host", facts.host().orElse(""));
        var finding = new Finding(Code.UNKNOWN, Code.UNKNOWN.stage(), Code.UNKNOWN.party(), true, known, 0.3, List.of());
        var found = new FoundFacts(facts.program(), facts.host(), facts.port(), facts.security(), Optional.empty(), 0, Optional.empty(),
                facts.from().map(secrets::masked),
                facts.to().map(secrets::masked));
        return new Explanation(List.of(new Explanation.Cause(finding, "")), found, marks(List.of(), text, facts, secrets));
    }
}
