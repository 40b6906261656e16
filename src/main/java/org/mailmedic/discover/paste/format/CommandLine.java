package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.ShellWords;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

/// Commands that send a mail: `swaks --server smtp.example.org --port 587 --tls`, `curl --url smtps://smtp.example.org`, `sendemail -s
/// smtp.example.org:587`, PowerShell's `Send-MailMessage -SmtpServer smtp.example.org -UseSsl`.
public final class CommandLine implements Format {
    private static final List<String> COMMANDS = List.of("swaks ", "curl ", "send-mailmessage", "sendemail ", "mailsend", "blat ",
            "curl.exe ", "sendemail.exe ", "blat.exe ", " smtp --");
    private static final int MOST_LINES = 500;
    private static final Map<String, SlipField> OPTIONS = Map.ofEntries(Map.entry("server", SlipField.HOST), Map.entry("s", SlipField.HOST),
            Map.entry("smtpserver", SlipField.HOST), Map.entry("smtp-server", SlipField.HOST), Map.entry("smtp", SlipField.HOST),
            Map.entry("smtp-host", SlipField.HOST), Map.entry("port", SlipField.PORT), Map.entry("p", SlipField.PORT),
            Map.entry("smtp-port", SlipField.PORT),
            Map.entry("auth-user", SlipField.USER), Map.entry("au", SlipField.USER), Map.entry("xu", SlipField.USER),
            Map.entry("username", SlipField.USER),
            Map.entry("user", SlipField.USER), Map.entry("u", SlipField.USER), Map.entry("smtp-user", SlipField.USER),
            Map.entry("auth-password", SlipField.PASSWORD), Map.entry("ap", SlipField.PASSWORD), Map.entry("xp", SlipField.PASSWORD),
            Map.entry("pass", SlipField.PASSWORD), Map.entry("password", SlipField.PASSWORD), Map.entry("smtp-pass", SlipField.PASSWORD),
            Map.entry("from-address", SlipField.FROM), Map.entry("mailto", SlipField.TO),
            Map.entry("mode", SlipField.SECURITY), Map.entry("encryption", SlipField.SECURITY), Map.entry("security", SlipField.SECURITY),
            Map.entry("from", SlipField.FROM), Map.entry("f", SlipField.FROM), Map.entry("mail-from", SlipField.FROM),
            Map.entry("to", SlipField.TO),
            Map.entry("t", SlipField.TO), Map.entry("mail-rcpt", SlipField.TO));
    /// Of programs whose letters mean something else: `-s` is the subject of Blat, `-u` that of sendEmail, and curl's are other things.
    private static final Map<String, Map<String, SlipField>> OPTIONS_OF = Map.of(
            "curl", Map.of("user", SlipField.USER, "u", SlipField.USER, "mail-from", SlipField.FROM, "mail-rcpt", SlipField.TO),
            "sendemail", Map.of("s", SlipField.HOST, "xu", SlipField.USER, "xp", SlipField.PASSWORD, "f", SlipField.FROM,
                    "t", SlipField.TO),
            "blat", Map.of("server", SlipField.HOST, "serversmtp", SlipField.HOST, "port", SlipField.PORT, "portsmtp", SlipField.PORT,
                    "u", SlipField.USER, "pw", SlipField.PASSWORD, "f", SlipField.FROM, "to", SlipField.TO, "t", SlipField.TO));
    private static final Set<String> PROGRAMS = Set.of("swaks", "curl", "send-mailmessage", "sendemail", "mailsend", "blat");
    private static final Set<String> UPGRADE = Set.of("tls", "tlso", "starttls", "usessl", "ssl-reqd", "tls-optional");
    private static final Set<String> AT_ONCE = Set.of("tlsc", "tls-on-connect", "ssl");

    private final ProviderBook book;

    public CommandLine(ProviderBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "env";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        Optional<Snippet.Line> first = snippet.linesWith(MOST_LINES, COMMANDS.toArray(String[]::new)).stream().findFirst()
                .or(() -> snippet.linesWith(MOST_LINES, "--server", "--smtp-server", "--smtp-host").stream().filter(CommandLine::options)
                        .findFirst());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        int line = first.get().number();
        List<String> words = ShellWords.of(command(snippet, line));
        String program = words.stream().map(CommandLine::program).filter(PROGRAMS::contains).findFirst().orElse("");
        Map<String, SlipField> options = OPTIONS_OF.getOrDefault(program, OPTIONS);
        boolean curl = program.equals("curl");
        boolean upgrade = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.contains("://")) {
                MailUrl.parse(word.substring(word.indexOf('=') + 1)).ifPresent(url -> url.into(taking, book, line));
            } else if (word.startsWith("-")) {
                int equals = word.indexOf('=');
                String spelled = word.substring(0, equals < 0 ? word.length() : equals).replaceAll("^--?", "");
                // curl's large letters are other options
                String option = curl ? spelled : spelled.toLowerCase(Locale.ROOT);
                String next = equals >= 0 ? word.substring(equals + 1) : i + 1 < words.size() && !words.get(i + 1).startsWith("-")
                        ? words.get(i + 1) : "";
                upgrade |= UPGRADE.contains(option) || next.equals("tls=yes");
                taking.security(AT_ONCE.contains(option) && !curl ? Security.TLS : Security.AUTO, line);
                option(options.get(option), curl, next, line, taking);
            }
        }
        taking.security(upgrade ? Security.STARTTLS : Security.AUTO, line);
        if (program.equals("send-mailmessage") && snippet.contains("@{")) {
            splatted(snippet, taking);
        }
        credential(snippet, taking);
        if (!taking.has(SlipField.HOST) && words.size() > 1 && words.get(1).equals("smtp")) {
            // nullmailer's list of servers
            taking.take(SlipField.HOST, ProseWords.host(words.getFirst()), line);
        }
        return taking.has(SlipField.HOST) ? Optional.of(taking) : Optional.empty();
    }

    /// Whether a command of any program has options for a server and for what is sent there: `pvesh create … --server smtp.example.org
    /// --from-address …`.
    private static boolean options(Snippet.Line line) {
        boolean mail = line.lower().contains("smtp") || line.lower().contains("mail");
        return mail && (line.lower().contains("--from") || line.lower().contains("--port") || line.lower().contains("--user"));
    }

    /// `curl` of `/usr/bin/curl` and of `curl.exe`.
    private static String program(String word) {
        String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).toLowerCase(Locale.ROOT);
        return name.endsWith(".exe") ? name.substring(0, name.length() - ".exe".length()) : name;
    }

    /// The command with the lines that its backslashes or PowerShell's backticks join to it.
    private static String command(Snippet snippet, int from) {
        var command = new StringBuilder();
        for (Snippet.Line line : snippet.linesWith(from + MOST_LINES)) {
            if (line.number() >= from) {
                String text = line.text().stripTrailing();
                boolean more = text.endsWith("\\") || text.endsWith("`") || text.endsWith("^");
                command.append(more ? text.substring(0, text.length() - 1) : text).append(' ');
                if (!more) {
                    break;
                }
            }
        }
        return command.toString();
    }

    private static void option(@Nullable SlipField field, boolean curl, String value, int line, FieldCollector taking) {
        if (field == null || value.startsWith("$")) {
            return;
        }
        int colon = value.indexOf(':');
        switch (field) {
            case HOST -> taking.hostAndPort(value, line);
            case USER -> {
                taking.take(SlipField.USER, curl && colon > 0 ? value.substring(0, colon) : value, line);
                taking.take(SlipField.PASSWORD, curl && colon > 0 ? value.substring(colon + 1) : "", line);
            }
            case PORT, FROM, TO -> taking.take(field, value.replaceAll("[<>]", ""), line);
            case PASSWORD -> taking.take(field, value, line);
            // a command that has one word for it says tls for what is encrypted from the start
            case SECURITY -> taking.security(Security.of(value.equals("insecure") ? "none" : value.toLowerCase(Locale.ROOT))
                    .orElse(FieldCollector.byPhpWord(value)), line);
        }
    }

    /// PowerShell's `$mail = @{ SmtpServer = 'smtp.example.org'; Port = 587 }`, handed over as `@mail`.
    private static void splatted(Snippet snippet, FieldCollector taking) {
        taking.take(SlipField.HOST, snippet.name("SmtpServer")).take(SlipField.PORT, snippet.name("Port"))
                .take(SlipField.FROM, snippet.name("From")).take(SlipField.TO, snippet.name("To"));
        snippet.name("UseSsl").stream().filter(pair -> FieldCollector.yes(FieldCollector.meant(pair))).limit(1)
                .forEach(pair -> taking.security(Security.STARTTLS, pair.line()));
    }

    /// PowerShell's `New-Object PSCredential($user, (ConvertTo-SecureString "…"))`, whose parts are variables.
    private static void credential(Snippet snippet, FieldCollector taking) {
        if (!snippet.contains("PSCredential") && !snippet.contains("Send-MailMessage")) {
            return;
        }
        snippet.linesWith(MOST_LINES, "convertto-securestring").stream().limit(1).forEach(line -> {
            List<String> words = ShellWords.of(line.text());
            int at = words.size();
            for (int i = words.size() - 1; i >= 0; i--) {
                at = words.get(i).toLowerCase(Locale.ROOT).endsWith("convertto-securestring") ? i : at;
            }
            words.stream().skip(at + 1L).map(word -> word.replaceAll("\\)+$", "")).filter(word -> !word.startsWith("-")
                    && !word.startsWith("$")
                    && !word.equals("String")).limit(1)
                    .forEach(word -> taking.take(SlipField.PASSWORD, word, line.number()));
        });
        Stream.of("$user", "$username", "$userName", "$login").flatMap(name -> snippet.key(name).stream()).filter(Token.Pair::quoted)
                .limit(1)
                .forEach(pair -> taking.take(SlipField.USER, pair));
    }
}
