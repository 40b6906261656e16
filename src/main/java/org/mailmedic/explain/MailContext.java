package org.mailmedic.explain;

import java.util.regex.Pattern;

/// Whether a text, or a line of it, is about sending mail: words such as "connection refused" belong to every program.
final class MailContext {
    /// Hours and minutes, or minutes and seconds, are no host and port.
    private static final String NO_CLOCK = "(?<![T\\s(\\[]\\d)(?<![T\\s(\\[]\\d\\d)(?<!\\d\\d:\\d\\d)";
    private static final Pattern MAIL = Pattern.compile("\\b(?:e?smtps?|e-?mails?|mail(?:er|server|box|s|ing|ed)?|sendmail|postfix|exim|"
            + "nodemailer|smtplib|mailkit|lettre"
            + "|swift_?mailer|swift_\\w+|phpmailer|starttls|ehlo|helo|rcpt|mailgun|sendgrid|mailtrap|aiosmtplib|msmtp|ssmtp|swaks|outloo"
            + "k|gmail|alertmanager"
            + "|gomail|qmail|mta|mx\\d{0,2}|smtpd|smarthost|mailjet|postmark|sparkpost|imaps?|courriel|messagerie|correo|posta|почт\\w*|"
            + "письм\\w*|uwierzytelni\\w*"
            + "|e-post|e-posta|mejl|sähköposti|poczt\\w*|pošt\\w*|postausgang\\w*"
            + "|brevo|sendinblue|mandrill|mailersend|0x800ccc\\w\\w|0x8004210\\w|cdo\\.message"
            + ")\\b|smtp|mail(?=[A-Z._-])|[_.]mail|\\bMail[A-Z]|[Ee]mail|邮件|邮箱|郵件|メール|메일"
            + "|ActionMailer|" + NO_CLOCK + ":(?:25|465|587|2525)\\b|"
            + "port\\W{1,4}(?:2"
            + "5|465|587|2525)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile("\\b(?:mysql\\w*|connect\\w* to (?:the )?database"
            + "|database (?:server|error|connection)|mariadb|postgres\\w*|psql|redis|mongo\\w*|sqlstate"
            + "\\w*|jdbc|or"
            + "acle|ora-\\d+|elasticsearch|kafka|rabbitmq|amqp"
            + "|memcached|cassandra|ldap\\w*|kerberos|nginx|apache2?|httpd|haproxy|traefik|varnish|php-fpm|fastcgi|upstream|docker(?:hub"
            + ")?|containerd|kubelet|etcd|kubectl|npm|yarn|pip3?"
            + "|maven|gradle|composer|cargo|apt(?:-get)?|dnf|yum|git|github|ssh|sshd|scp|rsync|s?ftp|\\w{0,12}ftpd|vpn|wireguard|openvpn"
            + "|bluetooth|"
            + "wifi|printer|samba|smb|cifs|nfs|mqtt|grpc|websocket"
            + "|xmpp|rtmp|sip|snmp|ntp|dhcp|s3|graphql|webpack|vite|pg_\\w+|sqlite|zookeeper|consul|vault|prometheus|scrape|selenium|chr"
            + "omedriver|firefox|net::err_\\w+|remote desktop|parcel|shipment|colis|pakete?s?|paquetes?|pacco|pakket|pakje|paczka"
            + "|drucker|imprimante|impresora|impresi[óo]n|stampante|impressora"
            + "|urllib3|NewConnectionError|HTTPS?Connection\\w*)\\b"
            + "|FATAL:\\s|\\b(?:sudo|su|pam_\\w+|ldap_\\w+|CRON|dhclient|kernel|systemd)\\b|https?://|\\bwss?://|" + NO_CLOCK + ":(?:330"
            + "6|5432|6379|2701"
            + "7|9200|11211|5672|443|80|8080|8443|3000|5000|8000|9090|22|21|1433|1521|389|636|2181|9092|53|6443|10250)\\b"
            + "|port\\W{1,4}(?:3306|5432|6379|27017|443|80|8080|22)\\b", Pattern.CASE_INSENSITIVE);
    /// Programs that fetch from the web, and may as well send a mail.
    private static final Pattern FETCHER = Pattern.compile("\\b(?:curl|wget)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIALOGUE = Pattern.compile(
            "\\bsmtps?://|^[<>*] ?(?:220[ -]|EHLO |MAIL FROM:|RCPT TO:)|(?:port |"
            + NO_CLOCK
            + ":)(?:25|465|587|2525)\\b", Pattern.MULTILINE);
    private static final Pattern DATABASE = Pattern.compile("\\bSQLSTATE\\b|\\bSQL:|\\b(?:select|insert into|update|delete from)\\b.{1,"
            + "200}\\b(?:from|values|set|where)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENDING = Pattern.compile("smtp|sendmail|mailer|wp_mail", Pattern.CASE_INSENSITIVE);
    /// Where to read more, as a server puts it behind its refusal.
    private static final Pattern REPLY_ADDRESS = Pattern.compile("(?m)((?:^\\W{0,3}[45]\\d\\d[ -]|[\"'(:>] ?[45]\\d\\d[ -][45]\\.\\d{1,"
            + "3}\\.\\d{1,3}\\b|[\"'(:>] ?(?:421|45[0-4]|53[0-8]|55\\d)[ -]\\p{L})[^\\n]{0,300}?)https?://\\S{1,400}");
    /// Somebody asks about a number, or answers that.
    private static final Pattern QUESTION = Pattern.compile("(?i)\\b(?:what|was|que|qu[ée]|cosa|o que|wat) (?:does|do|bedeutet|hei(?:ß|ss)t"
            + "|signifie|significa|betekent) (?:(?:error|code|fehler|erreur|errore|erro) ){0,2}[45]\\d\\d(?: mean)? ?\\?");
    /// The name of a field or a column, which any form and table may have; and the page that somebody asked a web server for.
    private static final Pattern FIELD = Pattern.compile("[`'\"(](?:e-?mail|mail|message)[`'\")]"
            + "|\\b(?:GET|POST|HEAD|PUT|DELETE|PATCH) /\\S{0,400}", Pattern.CASE_INSENSITIVE);
    /// Beginnings and ends that only code has.
    private static final Pattern CODE = Pattern.compile("^\\s*(?:if ?\\(|\\} ?else\\b|else ?[:{]|return\\b|def |function\\b|func |public"
            + " |private |protected |const |let |var |val |import |from \\w+ import|#include|use \\w+[\\\\;]"
            + "|\\}? ?catch ?\\(|except\\b|rescue\\b|throw new|raise |case [\\w'\"]+:"
            + "|(?:E {1,8})?Assert|FAILED [\\w/.]+::|[✓✔✗✘] ?|(?:PASS|FAIL) \\S+\\.(?:test|spec)\\b"
            + "|class \\w+ ?[({:]|@(?!4000)\\w+|//|# [a-z0-9]|/\\*"
            + "|\\* (?!(?:Trying|Connect|Closing|STARTTLS|SSL|TLS|ALPN|Server|Host|Could|Couldn|Failed|Recv|Send|OpenSS"
            + "L|schannel|Operation|Resolving|MAIL|RCPT|response|subject|issuer)\\b)|elif |"
            + "try[: {]|fn |match |self\\.assert|expect\\(|it[ (]['\"]|describe\\(|test\\(|#define|static |switch ?\\("
            + "|(?:if|for|while|unless) .{1,120}[:{]\\s*$|(?:feat|fix|docs|chore|refactor|test|perf|build|ci)(?:\\([\\w./-]{1,40}\\))?!?"
            + ": |[-*] ?(?:Fix|Fixed|Add|Added|Chang|Changed|Doc|Docs|Remov|Removed|Test|Tests)\\b[^\\n]{0,4}:"
            + "|['\"]?\\d{3}['\"]?\\s*(?::|=>)\\s*['\"]|\\|[^|]+\\|[^|]*\\||- ?\\[[ x]\\]|```)");
    private static final Pattern SOURCE = Pattern.compile("^\\s*(?:logger?\\.\\w+\\(|log\\.\\w+\\(|console\\.\\w+\\(|print(?:ln|f)?\\(|e"
            + "cho |die\\(|fmt\\.|t\\.(?:Error|Fatal|Log)|[\\w.$>-]+ (?:=|:=|\\+=) [\\w\"'`\\[{$(])"
            + "|[;{]\\s*$|=>\\s*[{(](?!\")|\\)\\s*\\{\\s*$");
    private static final Pattern TRACE = Pattern.compile("Traceback|\\bFile \"|\\bat [\\w.$<>]+\\(|Exception\\b|Error:|SMTP Error|^\\s*"
            + "\\d{4}-\\d\\d-\\d\\d");
    /// A line that begins with the name of a program which sends no mail.
    private static final Pattern LED = Pattern.compile(
            "^(?:\\S{1,40} ){0,5}?(?:nginx|apache2|httpd|haproxy|traefik|ssh|sshd|scp|sftp|rsync|git|wget|kubelet|dockerd"
            + "|containerd|psql|mysqld?|redis-cli|npm|yarn|pip3?|apt(?:-get)?|dnf|yum|tar)(?:\\[\\d{1,9}\\])?: |\\((?:tar|cp|mv|gzip"
            + "|rsync): |(?:^upstream |\\*\\d{1,12} (?!FastCGI sent))[^\\n]{0,400}, client: [\\w.:]{3,60}, server: |^(?:nslookup|dig"
            + "|ping|certbot|letsencrypt): ");
    /// Prose that speaks of replies in general, or of one that is no more.
    private static final Pattern SUPPOSED = Pattern.compile(
            "\\b(?:if|when|whenever|wenn|falls|si) (?:the|a|any|der|ein|le|un|el) (?:mail |SMTP[- ]|Mail-?)?(?:server|serveur"
            + "|servidor|provider|host|relay)\\b|\\bservers? (?:may|might|can|could|sometimes|usually) (?:answer|reply|respond|return|say"
            + "|send)"
            + "|\\b(?:docs|documentation|manual|handbook|specification|Handbuch|Dokumentation)\\b.{0,60}\\b(?:mentions?|says?|lists?"
            + "|gives?|nennt|steht|example|servers?)\\b|\\b(?:told us|wrote|reported|claimed|said)\\b.{0,20}\\b(?:he|she|they"
            + "|somebody|people)\\b.{0,20}\\b(?:got|saw|had|seen|received)\\b.{0,400}\\b(?:but|no longer)\\b", Pattern.CASE_INSENSITIVE);
    /// Three words one after the other, without the marks of a log.
    private static final Pattern SENTENCE = Pattern.compile("^\\W{0,4}(?:[\\p{L}'’-]{1,30}[ ,]{1,2}){3}");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S{1,400}");
    private static final int SHORT = 12;

    private final boolean mail;
    private final boolean other;
    private final boolean brief;
    private final boolean fetches;

    private MailContext(String text) {
        mail = MAIL.matcher(withoutFields(text)).find();
        fetches = !DIALOGUE.matcher(text).find();
        other = aboutOther(text);
        brief = text.lines().filter(line -> !line.isBlank()).limit(SHORT + 1).count() <= SHORT;
    }

    static MailContext of(String text) {
        return new MailContext(text);
    }

    /// A text without the names of fields that any form has.
    static String withoutFields(String text) {
        return FIELD.matcher(text).replaceAll("");
    }

    /// Whether the text as a whole mentions mail.
    boolean aboutMail() {
        return mail;
    }

    /// Whether what a line says may be taken to be about mail.
    boolean mayMeanMail(String line) {
        return clearlyMail(line) || !aboutOther(line) && !mail && !other && brief;
    }

    /// The same where the words alone are too common: the text must speak of mail.
    boolean clearlyMail(String line) {
        if (LED.matcher(line).find()) {
            return false;
        }
        // an address on the web may hold any word
        String bare = withoutFields(WEB_ADDRESS.matcher(line).replaceAll(""));
        boolean table = DATABASE.matcher(line).find() && !SENDING.matcher(line).find();
        return !table && (MAIL.matcher(bare).find() || !aboutOther(line) && mail);
    }

    /// Whether a line begins with the name of a program that sends no mail.
    static boolean otherProgram(String line) {
        return LED.matcher(line).find();
    }

    /// Whether a line, or the text around it, is about some other service.
    boolean aboutOther(String line) {
        return LED.matcher(line).find() || OTHER.matcher(REPLY_ADDRESS.matcher(line).replaceAll("$1")).find()
                || fetches && FETCHER.matcher(line).find();
    }

    /// Whether the words at a place of a line are only spoken of: no program has said them now.
    static boolean supposed(String line, int at) {
        return SUPPOSED.matcher(line).find() && SENTENCE.matcher(line.substring(0, at)).find();
    }

    /// Whether a line is code or a table rather than something a program has said.
    static boolean source(String line) {
        return QUESTION.matcher(line).find() || CODE.matcher(line).find() || SOURCE.matcher(line).find() && !TRACE.matcher(line).find();
    }
}
