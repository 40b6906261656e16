package org.mailmedic.explain.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.explain.reply.ServerWords.Ground;
import org.mailmedic.plan.Stage;

/// Finds what servers have said in a text: replies with a code, enhanced codes alone, and words behind "the server responded".
///
/// A reply that goes over several lines, or that was wrapped by the program that quotes it, is put together again.
public final class ServerWordsReader {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.,/+@%=-]|\\w\\[|line |port |#|HTTP/\\d\\.\\d )(?!465|587)(?<code>[45"
            + "]\\d\\d)(?="
            + "[ \\t:;,\\-#\"'\\])\\n]|$)(?![,.]\\d|-\\d\\d|\\s?(?:bytes|ms|kB|KB|MB|GB|km|g\\b|kg|lines|files"
            + "|EUR|USD|seconds|minutes|times|items|users|px|Hz|pages"
            + "|e-?mails\\b|mails\\b|recipients\\b))|(?<=[=,\\t]|\\w-)(?<after>[45]\\d\\d)(?=[ -]#?[45]\\.\\d)"
            + "|(?<=\\bstat=)(?<stat>[45]\\d\\d)(?= \\p{L})");
    private static final Pattern ENHANCED = Pattern.compile("(?<![\\w.@/=:-])[#(]?(?<status>[45]\\.\\d{1,2}\\.\\d{1,3})(?![\\w.])\\)?[ :"
            + ";]");
    private static final Pattern LEADING = Pattern.compile("^[\\s:;,\"'(\\[\\])#-]*(?:b['\"])?(?:\\[?[45]\\d\\d[ -])?[\\s:;,\"'(\\[#-]*("
            + "?<status>[245]\\.\\d{1,3}\\.\\d{1,3})?(?![.\\d])[\\s:;)\\]>-]*");
    private static final Pattern SPEAKER = Pattern.compile("(?:\\bsaid|respon\\w*(?: with| was)?|repl(?:y|ied)|answer\\w*|server|errors?"
            + "|\\bcode|status"
            + "|message|returned|got|login|failed|rejected|>>>|<<<|\\[<-\\]|<-|<~\\*?|\\bS|SERVER -> CLIENT|SMTP INBOUND"
            + "|FROM SERVER|smtp|because|reason|denied|refused|talk to me|e-?mail(?: \\d{1,3})?(?=\\s?[:(\\[])|delivery"
            + "|exception|SMTP\\w{1,40}|失败|エラ"
            + "ー|ошибка|Fehler|err(?:eur|ore)|host \\S{1,255}(?: \\[\\S{1,60"
            + "}\\])?|RCPT TO:<[^<>\\s]{0,320}>|MAIL FROM:<[^<>\\s]{0,320}>|command|DATA|\\])[\\s\\W]{0,14}b?['\"(\\[<]?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INTRODUCED = Pattern.compile("\\bstat=(?!Sent\\b|Deferred\\b|queued\\b)(?=\\p{L})|status=(?:bounced|def"
            + "erred) \\((?!host |connect |conversation |lost |deli"
            + "very temp)(?=\\p{L})|(?:server'?s? response was|(?:server|host|it) (?:responded|replied|answer"
            + "ed)(?: with)?|remote (?:host|server|system) (?:said|returned|responded|answered)|response from (?:the )?(?:remote )?serve"
            + "r(?: was)?|[Ss]erver [Rr]esponse|resposta do servidor (?:foi|era)|respuesta del servidor (?:fue|era)|r[ée]ponse du serveu"
            + "r (?:[ée]tait|est)|risposta del server (?:[èe]|[èe] stata|era)|Serverantwort (?:war|lautete?)|antwoord van de server (?:w"
            + "as|is)|Ответ сервера|服务器响应(?:为|是)|サーバーの?応答|odpowiedź serwera"
            + "|response was|Connection from [^:\\n]{1,120} refused|rejected (?:RCPT|MAIL|EHLO or HELO|after DATA|connection)\\b[^:\\n]{"
            + "0,330}(?=:)|Diagnostic-Code: ?(?:smtp|x"
            + "-[\\w-]{1,40}|unknown) ?;|SMTP server error|mail server (?:said|responded|respon"
            + "ded with)|Last Response|Serveur? (?:distant )?a r[ée]pondu|Der (?:Mail-?)?Server (?:hat )?(?:geantwortet|antwortete)"
            + "|\\bsaid|reason(?: given)?|\"(?:[Mm]essage|[Dd]etails?|[Dd]escription|[Rr]eason|[Ee]rror(?:_?[Mm]essage|_description)?)\""
            + "|\\b\\w{0,30}(?:SMTP|Smtp|Mail)\\w{0,40}(?:Exception|Error|Fatal|Busy|Refused|Failed)\\w{0,20}("
            + "?: with message)?|permanent|transient|Message failed|SMTP Error|SMTP error|Mailer Error|because|errors?|(?:[Ee]rror|[Ff]a"
            + "iled|[Ff]ailure|[Uu]nable|[Cc]ould not|[Cc]annot)\\b[^:\\n]{0,40}?\\b(?:send|deliver)\\w*[^:\\n]{0,40})\\s?[:;>：]+\\s{0,"
            + "3}['\"]{0,2}(?=\\p{L}|\\()",
            Pattern.UNICODE_CASE);
    /// How PHPMailer takes a reply apart (SMTP::setError): the words, and the codes behind them.
    private static final Pattern DETAIL = Pattern.compile("\\bDetail: (?<words>[^\\n]{1,600}?),? SMTP code: (?<code>[45]\\d\\d)\\b"
            + "(?: Additional SMTP info: (?<status>[45]\\.\\d{1,3}\\.\\d{1,3}))?");
    private static final Pattern CLIENT = Pattern.compile("(?:CLIENT -> SERVER|SMTP OUTBOUND|\\bC|\\[->\\]|->|>>>|~>|^)[:>\\s]{0,4}\"?(?"
            + "<verb>EHLO|HELO|LHLO|ehlo|helo|STARTTLS|AUTH|MAIL F(?:ROM|rom)|RCPT T[Oo]|DATA|\\.)(?=[ :\"\\n]|$)",
            Pattern.MULTILINE);
    private static final Pattern TAIL = Pattern.compile("(?:\\(in reply to|; (?:from|to|proto|helo)=|\\(state \\d|in reply to [A-Z]|"
            + "\\[[A-Z_]{4,12}]\\s*$|(?:C"
            + "LIENT|SMTP|SERVER) -> |\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d|at (?:System|MailKit|javax|jakarta|com|org|SMTPConnec"
            + "tion)\\.|, \\[?'?(?:file|exception)|\", \"|\\};\\{).*$", Pattern.DOTALL);
    private static final Pattern IN_REPLY = Pattern.compile("\\(?in reply to [^)]{1,60}|\\[(?:RCPT_TO|MAIL_FROM|DATA|EOM)\\]");
    private static final Pattern DSN = Pattern.compile("\\bdsn=(?<status>[45]\\.\\d{1,3}\\.\\d{1,3}), $");
    /// What a program says of its own where the server has said nothing.
    private static final Pattern NOTHING_SAID = Pattern.compile("(?i)^\\W*(?:\\w+ ){0,2}command failed\\W*$");
    private static final int LONGEST = 1000;
    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int NEAR = 220;
    private static final int MOST = 40;
    private static final int MOST_LINES = 10;

    private final String text;
    private final boolean wrapped;
    private final List<ServerWords> found = new ArrayList<>();

    private ServerWordsReader(String text, boolean wrapped) {
        this.text = text;
        this.wrapped = wrapped;
    }

    /// @param wrapped whether lines may have been broken by the program, as in a bounce
    /// @return in the order of the text
    public static List<ServerWords> read(String text, boolean wrapped) {
        var reader = new ServerWordsReader(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text, wrapped);
        reader.details();
        reader.numbers();
        reader.statuses();
        reader.introduced();
        reader.found.sort((a, b) -> Integer.compare(a.from(), b.from()));
        return List.copyOf(reader.found);
    }

    private void details() {
        if (!text.contains("SMTP code: ")) {
            return;
        }
        Matcher detail = DETAIL.matcher(text);
        while (found.size() < MOST && detail.find()) {
            int code = Integer.parseInt(detail.group("code"));
            String status = detail.group("status") == null ? "" : detail.group("status") + " ";
            add(code, status + detail.group("words"), Ground.FORM, detail.start(), detail.end());
        }
    }

    private void numbers() {
        Matcher number = NUMBER.matcher(text);
        int from = 0;
        while (found.size() < MOST && from <= text.length() && number.find(from)) {
            int start = number.start("code") >= 0 ? number.start("code")
                    : Math.max(number.start("after"), number.start("stat"));
            if (!free(start)) {
                from = start + 3;
                continue;
            }
            String code = text.substring(start, start + 3);
            int end = end(start, code);
            Ground ground = ground(start, text.substring(start + 3, Math.min(text.length(), start + 24)), code);
            add(Integer.parseInt(code), text.substring(start + 3, end), ground, start, end);
            from = Math.max(end, start + 3);
        }
    }

    private void statuses() {
        Matcher status = ENHANCED.matcher(text);
        int from = 0;
        for (int seen = 0; seen < MOST && found.size() < MOST && from <= text.length() && status.find(from); seen++) {
            int start = status.start("status");
            boolean free = free(start);
            int end = free ? end(start, "") : status.end();
            if (free) {
                boolean name = start > 1 && (text.charAt(start - 1) == ' ' && text.substring(Math.max(0, start - 12),
                        start).matches("(?i).*\\b(?:version|v|node|php|exim|postfix|python|rails|linux) $"));
                if (!name) {
                    add(0, text.substring(start, end), Ground.NUMBER, start, end);
                }
            }
            from = Math.max(status.end(), end);
        }
    }

    private void introduced() {
        Matcher words = INTRODUCED.matcher(text);
        int from = 0;
        for (int seen = 0; seen < MOST && from <= text.length() && words.find(from); seen++) {
            int start = words.end();
            int end = end(start, "");
            if (free(start) && !NOTHING_SAID.matcher(text.substring(start, end)).find()
                    && found.stream().noneMatch(other -> other.from() >= start && other.from() < end)) {
                boolean server = words.group().toLowerCase(java.util.Locale.ROOT).matches(".*(?:server|host|remote|diagnostic|said|respo"
                        + "n|antwort|smtp).*");
                String status = words.group().startsWith("stat=") ? status(words.start()) : "";
                add(0, status + text.substring(start, end), server ? Ground.FORM : Ground.WORDS, start, end);
            }
            from = words.end();
        }
    }

    /// The status that sendmail writes before its `stat=`; empty where none stands there.
    private String status(int before) {
        Matcher dsn = DSN.matcher(text.substring(Math.max(0, before - NEAR), before));
        return dsn.find() ? dsn.group("status") + " " : "";
    }

    private boolean free(int place) {
        return found.stream().noneMatch(other -> place >= other.from() && place < other.to());
    }

    private void add(int code, String raw, Ground ground, int from, int to) {
        String joined = raw.replace('\n', ' ');
        Matcher leading = LEADING.matcher(joined);
        Optional<String> enhanced = Optional.empty();
        String words = joined;
        if (leading.find()) {
            enhanced = Optional.ofNullable(leading.group("status")).filter(status -> code == 0 || status.charAt(0) - '0' == code / 100);
            words = joined.substring(leading.end());
        }
        if (code > 0) {
            // a code that is repeated on every line
            words = words.replaceAll("(?<=^|\\s)" + code + "[ -](?:" + Pattern.quote(enhanced.orElse("\0")) + " ?)?", "");
        }
        words = bare(TAIL.matcher(words).replaceFirst("").replaceAll("\\s+", " ").strip());
        found.add(new ServerWords(code, enhanced, words.length() > LONGEST ? words.substring(0, LONGEST) : words, stage(from, to), ground,
                from, to));
    }

    /// Without the quotation marks and brackets that stand around it; one that was opened inside is its own.
    private static String bare(String words) {
        String bare = words.replaceFirst("^[\"'(\\[]+", "");
        while (!bare.isEmpty() && "\"')]}".indexOf(bare.charAt(bare.length() - 1)) >= 0 && !closes(bare)) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare;
    }

    /// Whether the last character is a bracket that was opened among the words.
    private static boolean closes(String words) {
        int last = words.length() - 1;
        char opener = switch (words.charAt(last)) {
            case ')' -> '(';
            case ']' -> '[';
            case '}' -> '{';
            default -> '\0';
        };
        return words.lastIndexOf(opener) > words.lastIndexOf(words.charAt(last), last - 1);
    }

    /// Where the reply that begins at `start` ends: with its line, unless the next one goes on with it.
    private int end(int start, String code) {
        int end = lineEnd(start);
        int indent = indent(start);
        for (int lines = 1; lines < MOST_LINES && end < text.length() && end - start < LONGEST; lines++) {
            int next = end + 1;
            int nextEnd = lineEnd(next);
            String line = text.substring(next, nextEnd);
            String bare = line.strip();
            boolean same = !code.isEmpty() && bare.matches("(?s)(?:SERVER -> CLIENT: ?|<<< ?|S: ?)?" + code + "(?:[ -].*)?");
            boolean quoted = open(start, end) && !bare.isEmpty();
            boolean goesOn = wrapped && !bare.isEmpty() && continues(line, indent, end - lineStart(end));
            if (!same && !quoted && !goesOn) {
                break;
            }
            end = nextEnd;
        }
        return Math.min(end, start + LONGEST);
    }

    /// Whether a quotation mark was opened just before and not closed yet: `got code "535", with message "535-…`.
    private boolean open(int start, int end) {
        if (start == 0 || "\"'".indexOf(text.charAt(start - 1)) < 0) {
            return false;
        }
        return text.indexOf(text.charAt(start - 1), start) > end || text.indexOf(text.charAt(start - 1), start) < 0;
    }

    private static boolean continues(String line, int indent, int lengthBefore) {
        String bare = line.strip();
        if (bare.matches("(?:[A-Z][A-Za-z-]{2,30}:|<[^<> ]+@[^<> ]+>[:.]?|--|>>>|<<<|\\.\\.\\. while|[45]\\d\\d[ -]).*")) {
            return false;
        }
        boolean deeper = !line.isEmpty() && Character.isWhitespace(line.charAt(0))
                && line.length() - line.stripLeading().length() >= Math.max(1, Math.min(indent, 4));
        return deeper && lengthBefore > 20 || lengthBefore > 55;
    }

    private int indent(int start) {
        int line = lineStart(start);
        int at = line;
        while (at < start && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at - line;
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    }

    private int lineEnd(int at) {
        int newline = text.indexOf('\n', at);
        return newline < 0 ? text.length() : newline;
    }

    private Ground ground(int start, String after, String code) {
        boolean enhanced = after.matches("(?s)[\\s:,-]{1,3}(?:b?['\"])?[(#]?" + code.charAt(0) + "\\.\\d{1,3}\\.\\d{1,3}.*");
        String before = text.substring(Math.max(0, start - 60), start);
        int newline = before.lastIndexOf('\n');
        String line = before.substring(newline + 1);
        boolean said = SPEAKER.matcher(line.isBlank() && newline > 0 ? before.substring(0, newline) : line).find();
        return enhanced || said ? Ground.FORM : Ground.NUMBER;
    }

    /// The step that the words around name; in a recorded dialogue, the last thing that the client had said.
    private Optional<Stage> stage(int from, int to) {
        Matcher reply = IN_REPLY.matcher(text.substring(from, to));
        Optional<Stage> here = reply.find() ? StageCues.in(reply.group()) : Optional.empty();
        Optional<Stage> spoken = here.or(() -> lastCommand(from));
        if (spoken.isPresent()) {
            return spoken;
        }
        // what the server itself says is no sign of where it was said
        return StageCues.in(text.substring(Math.max(lineStart(from), from - NEAR), from))
                .or(() -> StageCues.in(text.substring(to, Math.min(text.length(), Math.max(to, Math.min(lineEnd(to), to + NEAR))))))
                .or(() -> StageCues.in(text.substring(Math.max(0, from - NEAR), from)))
                .or(() -> StageCues.in(text.substring(to, Math.min(text.length(), to + NEAR))));
    }

    private Optional<Stage> lastCommand(int before) {
        int start = Math.max(0, before - 1500);
        Matcher command = CLIENT.matcher(text.substring(start, before));
        Optional<Stage> last = Optional.empty();
        while (command.find()) {
            last = Optional.of(switch (command.group("verb").toUpperCase(java.util.Locale.ROOT)) {
                case "EHLO", "HELO", "LHLO" -> Stage.HELLO;
                case "STARTTLS" -> Stage.ENCRYPT;
                case "AUTH" -> Stage.SIGN_IN;
                case "MAIL FROM" -> Stage.SENDER;
                case "RCPT TO" -> Stage.RECIPIENT;
                default -> Stage.MESSAGE;
            });
        }
        return last;
    }
}
