package org.mailmedic.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.reply.HintedSignatures;
import org.mailmedic.diagnosis.reply.SignatureFields;

/// The forms in which a text names a server, addresses, the kind of encryption and a program. Those that a text can show are found by an
/// index of the build, as signatures are. The first form of a kind that fits counts, so the telling ones stand first.
final class FactForms {
    enum Kind { SERVER, SENDER, RECIPIENT, SECURITY, PROGRAM }

    /// @param name of a program; otherwise empty
    record Form(Kind kind, String name, Pattern pattern) {
        private static Form of(SignatureFields fields) {
            return new Form(Kind.valueOf(fields.text("kind", "")), fields.text("name", ""), Pattern.compile(fields.text("says", ""),
                    Pattern.MULTILINE));
        }
    }

    static final String PORT = "(?<port>\\d{2,5})(?![\\d.])";
    private static final String HOST = "(?<host>\\[?[0-9a-fA-F:]{2,39}\\]|\\d{1,3}(?:\\.\\d{1,3}){3}|[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62}"
            + "\\.){1,20}[A-Za-z]{2,24}|localhost)";
    private static final String ADDRESS = "(?<address>[^\\s<>\"'(),;:@\\[\\]]{1,64}@[A-Za-z0-9.-]{1,255}[A-Za-z0-9])";
    private static final String PLACE = "/org/mailmedic/explain/facts.index";

    private FactForms() {}

    static HintedSignatures<Form> load() {
        return HintedSignatures.read(FactForms.class, PLACE, Form::of);
    }

    /// For the build: writes the index.
    static void writeIndex(Path classes) throws IOException {
        Files.write(classes.resolve(PLACE.substring(1)), HintedSignatures.index(fields()));
    }

    private static List<SignatureFields> fields() {
        var all = new ArrayList<SignatureFields>();
        servers().forEach(each -> all.add(fields(Kind.SERVER, "", each)));
        senders().forEach(each -> all.add(fields(Kind.SENDER, "", each)));
        recipients().forEach(each -> all.add(fields(Kind.RECIPIENT, "", each)));
        securities().forEach(each -> all.add(fields(Kind.SECURITY, "", each)));
        programs().forEach((name, each) -> all.add(fields(Kind.PROGRAM, name, each)));
        return all;
    }

    private static SignatureFields fields(Kind kind, String name, String says) {
        // sorted, so that the index is the same in every build
        return new SignatureFields(new TreeMap<>(Map.of("kind", List.of(kind.name()), "name", List.of(name), "says", List.of(says))));
    }

    private static List<String> servers() {
        return List.of(
            "(?<scheme>ssl|tls|tcp|smtps?|submissions?)://(?:[^\\s/@]{1,120}@)?" + HOST + "(?::" + PORT + ")?",
            "\\brelay=" + HOST + "\\[[^\\]\\s]{1,45}\\](?::" + PORT + ")?",
            "\\bhost,? port: ?" + HOST + ", ?" + PORT,
            "SMTP host: ?" + HOST + "(?:, port: ?" + PORT + ")?",
            HOST + "\\[[0-9a-fA-F.:]{3,45}\\]:" + PORT,
            "connect\\(2\\) for \"?" + HOST + "\"? port " + PORT,
            "(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|EACCES|EDOUT|ENOTFOUND|EAI_AGAIN|ENODATA|ESERVFAIL|ETIMEOUT) "
                    + "[`'\"]?" + HOST + "(?::" + PORT + ")?",
            "dial(?:ing)? (?:tcp |to )?[\"']?" + HOST + ":" + PORT,
            "lookup [\"']?" + HOST,
            "(?:opening to|connect(?:ing|ed)? to|connection to|to server|on server|SMTP server|mail server|mailserver at|server at|with "
                    + "host|to host|to connect to|Connected to|outgoing server(?: \\(SMTP\\))?|resolve host:?|for name=|UnknownHostExcep"
                    + "tion:|reach) ['\"“`]?"
                    + HOST + "(?:[ :,\"']{1,3}(?:port )?" + PORT + ")?",
            "\\b(?:smtp_?|mail_?)?(?:host(?:name)?|server|address)['\"]?\\s?[:=]>?\\s?['\"]?" + HOST + "(?::" + PORT + ")?",
            "host " + HOST + " \\[[0-9a-fA-F.:]{3,45}\\]",
            "\\bhost " + HOST + "\\[[0-9a-fA-F.:]{3,45}\\]",
            "Remote-MTA: ?dns; ?\\[?" + HOST,
            "(?:while|While) talking to " + HOST,
            "220[ -]" + HOST + " ",
            HOST + ":" + "(?<port>25|465|587|2525)(?![\\d.])",
            "\\b(?<host>(?:smtp|mail|mx\\d?|send|outgoing|relay)[\\w-]{0,40}(?:\\.[A-Za-z0-9-]{1,62}){1,20}\\.[A-Za-z]{2,24})\\b");
    }

    private static List<String> senders() {
        return List.of("\\bfrom=<?" + ADDRESS, "MAIL FROM: ?<?" + ADDRESS,
            "X-Postfix-Sender: ?rfc822; ?" + ADDRESS,
            "[Ff]ollowing From address failed: ?" + ADDRESS, "['\"]?from(?:Address)?['\"]?\\s?[:=]>?\\s?['\"<]" + ADDRESS,
                    "^From: ?(?:[^<\\n]{0,80}<)?" + ADDRESS);
    }

    private static List<String> recipients() {
        return List.of("Final-Recipient: ?(?:rfc822|x-[\\w-]{1,20}) ?; ?<?" + ADDRESS,
            "Original-Recipient: ?rfc822 ?; ?<?" + ADDRESS, "X-Failed-Recipients: ?" + ADDRESS,
            "RCPT T[Oo]: ?<?" + ADDRESS, "\\bto=<?" + ADDRESS, "^<" + ADDRESS + ">:", "(?:delivered|delivering|deliver|message) to <?"
                    + ADDRESS, "[45]\\d\\d (?:[45]\\.\\d\\.\\d{1,3} )?<" + ADDRESS + ">",
            "^\\s{2,8}<?" + ADDRESS + ">?\\s*$");
    }

    private static List<String> securities() {
        return List.of("(?<tls>ssl://|tls://|smtps://|SMTPSecure['\"]?[ :=>]{1,4}['\"]?ssl|secure["
            + "'\"]?: ?true)",
            "(?<starttls>starttls=(?:always|when-available)|SMTPSecure['\"]?[ :=>]{1,4}['\"]?(?:tls|starttls)|(?:CLIENT -> SERVER|C|\\[-"
                    + ">\\]): ?STARTTLS|^STARTTLS$)",
            "(?<none>SMTPSecure['\"]?[ :=>]{1,4}['\"]?(?:none|false|''|\"\"))");
    }

    /// What names itself in a text, the more specific first: WordPress prints what PHPMailer has said.
    private static Map<String, String> programs() {
        var all = new LinkedHashMap<String, String>();
        all.put("WP Mail SMTP", "WP Mail SMTP|wp_mail_smtp|WPMailSMTP");
        all.put("Post SMTP", "Post SMTP|postman_|PostmanWpMail");
        all.put("FluentSMTP", "FluentSMTP|fluent-?smtp");
        all.put("WordPress", "WordPress|wp-content|wp_mail");
        all.put("Laravel", "laravel|Illuminate\\\\");
        all.put("Magento", "Magento");
        all.put("Drupal", "[Dd]rupal");
        all.put("Joomla", "[Jj]oomla|JMail");
        all.put("Nextcloud", "[Nn]extcloud|Horde_Smtp");
        all.put("GitLab", "[Gg]it[Ll]ab");
        all.put("Grafana", "[Gg]rafana|alerting\\.notifier");
        all.put("Alertmanager", "[Aa]lertmanager|receiver=\\S{1,200} integration=email");
        all.put("Jenkins", "[Jj]enkins|hudson\\.");
        all.put("Keycloak", "[Kk]eycloak");
        all.put("Zabbix", "[Zz]abbix");
        all.put("Ghost", "\\bGhost\\b");
        all.put("Discourse", "[Dd]iscourse");
        all.put("PHPMailer", "PHPMailer|SMTP connect\\(\\) failed|SMTP Error:|SERVER -> CLIENT|SMTP ERROR:");
        all.put("SwiftMailer", "Swift_|swiftmailer|SwiftMailer");
        all.put("Symfony Mailer", "Symfony\\\\Component\\\\Mailer|symfony/mailer");
        all.put("CodeIgniter", "CodeIgniter|CI_Email");
        all.put("Nodemailer", "nodemailer|SMTPConnection\\.|smtp-connection|EAUTH|ESOCKET|ECONNECTION|EENVELOPE|EMESSAGE|command: 'CONN'");
        all.put("Django", "\\bdjango\\b");
        all.put("aiosmtplib", "aiosmtplib");
        all.put("Python smtplib", "smtplib|socket\\.gaierror|ssl\\.SSL\\w*Error");
        all.put("Spring", "org\\.springframework");
        all.put("Jakarta Mail", "(?:javax|jakarta)\\.mail|com\\.sun\\.mail|org\\.eclipse\\.angus");
        all.put("MailKit", "MailKit");
        all.put(".NET SmtpClient", "System\\.Net\\.Mail|SmtpException|SmtpClient\\.Send");
        all.put("Rails", "ActionMailer|action_mailer");
        all.put("Ruby Net::SMTP", "Net::SMTP|net/smtp\\.rb");
        all.put("lettre", "\\blettre\\b|LetreErr");
        all.put("Go", "dial tcp|gomail|net/smtp|x509:");
        all.put("swaks", "^(?:=== |<~|<-  |\\*\\*\\* )(?:Trying|Connected|TLS|Error)?|\\bswaks\\b");
        all.put("msmtp", "\\bmsmtp:");
        all.put("ssmtp", "\\bssmtp\\b");
        all.put("curl", "\\bcurl: \\(");
        all.put("Postfix", "postfix/|Postfix\\b|mail system at host");
        all.put("Exim", "\\bExim\\b|\\bexim4?\\b|T=remote_smtp|remote_smtp");
        all.put("Sendmail", "\\bsendmail\\b|stat=Deferred|----- Transcript of session");
        all.put("OpenSMTPD", "OpenSMTPD|\\bsmtpd\\[\\d+\\]: [0-9a-f]{16}");
        all.put("qmail", "qmail");
        all.put("Dovecot", "[Dd]ovecot");
        all.put("Exchange", "protection\\.outlook\\.com|Exchange Server|\\.prod\\.outlook\\.com|STOREDRV|MSEXCH|RESOLVER\\.ADR");
        all.put("Gmail", "- gsmtp|googlemail\\.com|p=(?:BadCredentials|NoSuchUser)");
        all.put("hMailServer", "hMailServer");
        all.put("Outlook", "0x800CCC\\w{2}|0x8004\\w{4}|\\bOutlook\\b");
        all.put("Thunderbird", "Thunderbird|Outgoing server \\(SMTP\\)|Postausgangs-?Server \\(SMTP\\)");
        all.put("Apple Mail", "Cannot send message using the server|CFNetwork|NSURLError");
        all.put("OpenSSL", "SSL routines:|SSL_connect");
        return all;
    }
}
