package org.mailmedic.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads host, port, encryption, addresses and program out of a text. The first form that fits counts, so the telling ones stand first.
final class FactReader {
    private static final String HOST = "(?<host>\\[?[0-9a-fA-F:]{2,39}\\]|\\d{1,3}(?:\\.\\d{1,3}){3}|[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62}"
            + "\\.){1,20}[A-Za-z]{2,24}|localhost)";
    private static final String PORT = "(?<port>\\d{2,5})(?![\\d.])";
    private static final String ADDRESS = "(?<address>[^\\s<>\"'(),;:@\\[\\]]{1,64}@[A-Za-z0-9.-]{1,255}[A-Za-z0-9])";

    private static final List<Pattern> SERVERS = patterns(
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
    private static final Pattern LONE_PORT = Pattern.compile("\\b[Pp]ort['\"]?[ :=>]{1,4}['\"]?" + PORT);
    private static final List<Pattern> SENDERS = patterns("\\bfrom=<?" + ADDRESS, "MAIL FROM: ?<?" + ADDRESS,
            "X-Postfix-Sender: ?rfc822; ?" + ADDRESS,
            "[Ff]ollowing From address failed: ?" + ADDRESS, "['\"]?from(?:Address)?['\"]?\\s?[:=]>?\\s?['\"<]" + ADDRESS,
                    "^From: ?(?:[^<\\n]{0,80}<)?" + ADDRESS);
    private static final List<Pattern> RECIPIENTS = patterns("Final-Recipient: ?(?:rfc822|x-[\\w-]{1,20}) ?; ?<?" + ADDRESS,
            "Original-Recipient: ?rfc822 ?; ?<?" + ADDRESS, "X-Failed-Recipients: ?" + ADDRESS,
            "RCPT T[Oo]: ?<?" + ADDRESS, "\\bto=<?" + ADDRESS, "^<" + ADDRESS + ">:", "(?:delivered|delivering|deliver|message) to <?"
                    + ADDRESS, "[45]\\d\\d (?:[45]\\.\\d\\.\\d{1,3} )?<" + ADDRESS + ">",
            "^\\s{2,8}<?" + ADDRESS + ">?\\s*$");
    private static final List<Pattern> SECURITIES = patterns("(?<tls>ssl://|tls://|smtps://|SMTPSecure['\"]?[ :=>]{1,4}['\"]?ssl|secure["
            + "'\"]?: ?true)",
            "(?<starttls>starttls=(?:always|when-available)|SMTPSecure['\"]?[ :=>]{1,4}['\"]?(?:tls|starttls)|(?:CLIENT -> SERVER|C|\\[-"
                    + ">\\]): ?STARTTLS|^STARTTLS$)",
            "(?<none>SMTPSecure['\"]?[ :=>]{1,4}['\"]?(?:none|false|''|\"\"))");
    private static final Map<String, Pattern> PROGRAMS = programs();
    private static final int LONGEST = 64 * 1024;
    private static final String NO_HOST = "(?i).*\\.(?:php|py|js|ts|rb|go|java|cs|cc?|log|c|json|html?|so|dll|exe|txt|md|yml|conf|jar|ko"
            + "|pl|inc|mjs|cjs|erl|rs|net|local\\.net)|(?:system|javax|jakarta|com|java|org|microsoft|mailkit|sun)\\..*";

    private final String text;
    private final List<Place> places = new ArrayList<>();

    /// @param from in the text that was searched
    record Place(int from, int to, String what) {}

    /// @param security id, empty when not said
    record Facts(Optional<String> program, Optional<String> host, int port, Optional<String> security, Optional<String> from,
            Optional<String> to, List<Place> places) {
        private static final int BEFORE = 24;

        /// The same with their places in the text that the lines were taken out of.
        Facts movedBy(LogExcerpt lines) {
            return new Facts(program, host, port, security, from, to, places.stream()
                    .map(each -> new Place(lines.inWhole(each.from()), lines.inWhole(each.from()) + each.to() - each.from(), each.what()))
                    .toList());
        }

        /// The same with their places in the text that `read` was taken out of. What does not stand there word for word has none.
        Facts placedIn(String whole, String read) {
            var placed = new ArrayList<Place>();
            for (Place each : places) {
                int before = Math.min(BEFORE, each.from());
                int at = whole.indexOf(read.substring(each.from() - before, each.to()));
                if (at < 0) {
                    before = 0;
                    at = whole.indexOf(read.substring(each.from(), each.to()));
                }
                if (at >= 0) {
                    placed.add(new Place(at + before, at + before + each.to() - each.from(), each.what()));
                }
            }
            return new Facts(program, host, port, security, from, to, List.copyOf(placed));
        }
    }

    private FactReader(String text) {
        this.text = text;
    }

    /// @param text only its first 64 Ki characters are looked at
    static Facts read(String text) {
        return new FactReader(text.length() > LONGEST ? text.substring(0, LONGEST) : text).read();
    }

    private Facts read() {
        Optional<String> host = Optional.empty();
        int port = 0;
        Optional<String> security = Optional.empty();
        for (Pattern each : SERVERS) {
            Matcher server = each.matcher(text);
            boolean fits = false;
            for (int tries = 0; tries < 40 && !fits && server.find(); tries++) {
                fits = named(server.group("host"));
            }
            if (!fits) {
                continue;
            }
            boolean groups = each.pattern().contains("<port>");
            int here = groups && server.group("port") != null ? number(server.group("port")) : 0;
            if (host.isEmpty()) {
                host = Optional.of(server.group("host").replaceAll("^\\[|\\]$", ""));
                places.add(new Place(server.start("host"), server.end("host"), "host"));
                if (each.pattern().contains("<scheme>")) {
                    security = switch (server.group("scheme")) {
                        case "ssl", "tls", "smtps", "submissions" -> Optional.of("tls");
                        case null, default -> Optional.empty();
                    };
                }
            }
            if (port == 0 && here > 0 && server.group("host").replaceAll("^\\[|\\]$", "").equals(host.get())) {
                port = here;
                places.add(new Place(server.start("port"), server.end("port"), "port"));
            }
            if (port > 0) {
                break;
            }
        }
        if (port == 0) {
            port = lonePort();
        }
        for (Pattern each : security.isPresent() ? List.<Pattern>of() : SECURITIES) {
            Matcher said = each.matcher(text);
            if (said.find()) {
                security = said.namedGroups().keySet().stream().findFirst();
                break;
            }
        }
        return new Facts(program(), host, port, security, address(SENDERS, "from"), address(RECIPIENTS, "to"), List.copyOf(places));
    }

    private static boolean named(String host) {
        return !host.matches(NO_HOST) && !host.matches("\\d+\\.\\d+\\.\\d+\\.0*");
    }

    private int lonePort() {
        Matcher alone = LONE_PORT.matcher(text);
        if (alone.find()) {
            int port = number(alone.group("port"));
            if (port > 0) {
                places.add(new Place(alone.start("port"), alone.end("port"), "port"));
            }
            return port;
        }
        return 0;
    }

    private static int number(String digits) {
        int port = Integer.parseInt(digits);
        return port <= 65535 ? port : 0;
    }

    private Optional<String> address(List<Pattern> forms, String what) {
        for (Pattern each : forms) {
            Matcher form = each.matcher(text);
            if (form.find()) {
                places.add(new Place(form.start("address"), form.end("address"), what));
                return Optional.of(form.group("address"));
            }
        }
        return Optional.empty();
    }

    private Optional<String> program() {
        for (var each : PROGRAMS.entrySet()) {
            Matcher name = each.getValue().matcher(text);
            if (name.find()) {
                places.add(new Place(name.start(), name.end(), "program"));
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }

    private static List<Pattern> patterns(String... expressions) {
        var all = new ArrayList<Pattern>();
        for (String each : expressions) {
            all.add(Pattern.compile(each, Pattern.MULTILINE));
        }
        return List.copyOf(all);
    }

    /// What names itself in a text, the more specific first: WordPress prints what PHPMailer has said.
    private static Map<String, Pattern> programs() {
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
        var compiled = new LinkedHashMap<String, Pattern>();
        all.forEach((name, words) -> compiled.put(name, Pattern.compile(words, Pattern.MULTILINE)));
        return Collections.unmodifiableMap(compiled);
    }
}
