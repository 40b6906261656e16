package org.mailmedic.explain;

import java.util.regex.Pattern;
import org.mailmedic.explain.CauseCandidate.Weight;
import org.mailmedic.explain.reply.ServerWords;
import org.mailmedic.explain.reply.ServerWords.Ground;
import org.mailmedic.explain.text.CleanText;

/// Whether what looks like a server's words was said by a mail server: any number and any refusal may be something else.
final class PlausibleReplies {
    /// The highest code that web servers use too (RFC 6585 §6).
    private static final int LAST_OF_WEB = 511;
    /// The codes that servers use beside those of RFC 5321 and RFC 4954; others in a text are numbers of something else.
    private static final Pattern SMTP_CODES = Pattern.compile("421|422|431|432|44[0-9]|45[0-9]|47[1-3]|50[0-5]|51[0-9]|52[1-5]|53[0-8]|5"
            + "4[1-7]|55[0-9]|56[0-5]|57[1-9]");
    private static final Pattern USUAL_CODES = Pattern.compile("421|432|45\\d|50[0-5]|51\\d|52[0-5]|53[0-8]|55\\d|57\\d");
    private static final Pattern WEB = Pattern.compile("(?i)https? (?:status|error|code)|HTTP/\\d|\\bhttp\\b.{0,20}\\b[45]\\d\\d|Bad Gat"
            + "eway|Gateway Time-?out|Internal Server Error|503 Service Temporarily Unavailable|GET /|POST /|status code|Request failed|"
            + "503 Service Unavailable");
    private static final Pattern MAILISH = Pattern.compile("(?i)sender|recipient|\\brcpt|@[\\w-]+\\.\\w|mail|relay|authenticat"
            + "|message|mailbox|spam|credential|"
            + "helo|ehlo|sending|quota|smtp|nachricht|absender|empf[äa]nger|courriel|exp[ée]diteur|destinat|correo|remitente|mittente|re"
            + "metente|nadawc|odbiorc|отправител|получател|发件|收件|邮件|送信|宛先|メール");
    /// The protocols by which mail is fetched: their words are no server's that takes mail.
    private static final Pattern MAILBOX = Pattern.compile("(?i)^(?!.*smtp).*\\b(?:imap|pop3)");
    private static final Pattern REFUSING = Pattern.compile("(?i)reject|denied|\\bnot\\b|n't\\b|exceed|limit|require|refus|unable|disall"
            + "ow|invalid|fail|full\\b|unauthenticated|blocked|unknown|too (?:many|much|big|large|long|fast)|greylist|suspended|locked"
            + "|upgrade|activate|\\bnicht\\b|verweigert|abgelehnt|rechaz|denegad|recusad|rifiut|rejet|geweigerd|odrzuc|отклон|不存在|拒绝|拒否");
    /// A record, a line of a log or of a dialogue: not a sentence that somebody copied.
    private static final Pattern RECORD = Pattern.compile("(?i)^\\s*v=\\w+;|\\w\\[\\d+\\]:|^\\W*(?:EHLO|HELO|MAIL FROM"
            + "|RCPT TO)(?!/)\\b|(?:CL"
            + "IENT|SERVER) ->|\\w=\\S+.{0,80}\\w=\\S+|\\?\\s*$|command failed\\W*$"
            + "|\\b\\d+ (?:\\w+ )?(?:imported|skipped|processed)\\b");
    private static final Pattern LETTERLY = Pattern.compile("(?i)^(?!.*\\wException\\b)(?:(?:hi|hello|dear|guten|hallo|bonjour|thanks"
            + "|thank you|liebe|sehr geehrte|best)\\b|.*\\b(?:i|we|you|my|please|could you|would)\\b.{0,80}[.?!]\\s*$)");

    private static final int LONGEST_LINE = 1000;

    private PlausibleReplies() {}

    /// A refusal that stands by itself, as somebody copied it, has the form of a reply though nothing says who has said it.
    static ServerWords alone(ServerWords said, CleanText clean, int brief) {
        boolean alone = said.ground() == Ground.NUMBER && usualOne(said.code()) && clean.text().substring(0, said.from()).isBlank()
                && clean.lines(brief + 1, LONGEST_LINE).stream().filter(line -> !line.text().isBlank()).count() <= brief
                && MAILISH.matcher(said.words()).find() && REFUSING.matcher(said.words()).find();
        return !alone ? said
                : new ServerWords(said.code(), said.enhanced(), said.words(), said.stage(), Ground.FORM, said.from(), said.to());
    }

    static boolean plausible(ServerWords said, String line, MailContext context) {
        boolean numbered = said.code() == 0 || SMTP_CODES.matcher(Integer.toString(said.code())).matches();
        boolean web = said.enhanced().isEmpty() && WEB.matcher(line).find();
        boolean wordsAlone = said.code() == 0 && said.ground() == Ground.WORDS;
        boolean elsewhere = wordsAlone && (MAILBOX.matcher(line).find()
                || !context.aboutMail() && !MAILISH.matcher(MailContext.withoutFields(line)).find());
        return numbered && !web && !elsewhere && (context.mayMeanMail(line)
                || said.enhanced().isPresent() && (said.code() > 0 || context.aboutMail()));
    }

    /// Whether what was read out of words counts, given how sure it is that a server has said them.
    static boolean speaks(CauseCandidate found, ServerWords said, MailContext context) {
        return switch (said.ground()) {
            case FORM -> context.aboutMail() || said.code() > LAST_OF_WEB || said.enhanced().isPresent()
                    || found.weight() == Weight.WORDS;
            case NUMBER -> found.weight() == Weight.WORDS || said.enhanced().isPresent() && found.weight() == Weight.STATUS;
            case WORDS -> found.weight() == Weight.WORDS && found.finding().confidence() >= 0.75;
        };
    }

    /// Whether a line that stands almost alone may be what a server has said, without anything around it.
    static boolean copied(String line, MailContext context) {
        return MAILISH.matcher(MailContext.withoutFields(line)).find() && !LETTERLY.matcher(line.strip()).find()
                && !MailContext.supposed(line, line.length()) && !MailContext.source(line) && !MAILBOX.matcher(line).find()
                && REFUSING.matcher(line).find() && !RECORD.matcher(line).find() && !context.aboutOther(line);
    }

    /// Whether a line is one that people write to each other.
    static boolean letterly(String line) {
        return LETTERLY.matcher(line.strip()).find();
    }

    /// Whether a line tells of fetching mail.
    static boolean ofMailbox(String line) {
        return MAILBOX.matcher(line).find();
    }

    /// Whether this is a code that mail servers really use; others may as well be numbers of a program or of the web.
    static boolean usualOne(int code) {
        return USUAL_CODES.matcher(Integer.toString(code)).matches();
    }
}
