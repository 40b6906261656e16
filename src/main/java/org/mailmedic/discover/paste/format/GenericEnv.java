package org.mailmedic.discover.paste.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.Switches;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Sections;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Security;

/// Settings of any other program, as variables, YAML, JSON, INI or a database's rows: keys made of a word for mail, such as `SMTP`, and a
/// word for the field. Keys without a word for mail count where the section is about it, or where nothing else fills their field.
public final class GenericEnv implements Format {
    private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?[A-Za-z0-9._-]{3,250}]?:\\d{1,5}");
    private static final Pattern SEVERAL = Pattern.compile("([^\\s=]{1,250}) {1,8}([A-Za-z][\\w.-]{0,40})=");
    /// Keys that hold the sender where the section is about mail.
    private static final Set<String> OF_SECTION = Set.of("adminemail", "root");
    private static final Set<String> OF_SENDER = Set.of("sender", "author", "from");
    private static final int BESIDE = 2;
    private static final Token.Pair NOTHING = new Token.Pair("", "", false, 0);
    private final ProviderBook book;

    public GenericEnv(ProviderBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "env";
    }

    /// A pair whose key may be about mail.
    private record Keyed(MailKey key, Token.Pair pair) {}

    /// What a text says, before anything is chosen: under keys that speak of mail or in a section that does, under bare keys, and the
    /// addresses that may be the sender's, those under a bare `email` last.
    private record Said(List<Keyed> own, List<Keyed> bare, List<Token.Pair> senders, List<Token.Pair> mailboxes, List<Token.Pair> others,
            boolean mail) {}

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        Optional<FieldCollector> read = keyed(snippet);
        boolean page = read.isPresent() && PageSpeech.in(snippet) && new HelpPage().read(snippet)
                .filter(other -> !more(read.get(), other)).isPresent();
        return page ? Optional.empty() : read;
    }

    /// Whether keys tell more about the same server than the words around them.
    private static boolean more(FieldCollector keyed, FieldCollector page) {
        boolean samePort = !page.has(SlipField.PORT) || page.draft().port().equals(keyed.draft().port());
        return samePort && page.draft().host().equals(keyed.draft().host()) && keyed.count() > page.count();
    }

    /// What the keys say, whatever stands around them.
    public Optional<FieldCollector> keyed(Snippet snippet) {
        Said said = said(snippet);
        var taking = new FieldCollector();
        var switches = new Switches();
        Stream.concat(said.own().stream().filter(each -> !secondName(each, said.own())),
                said.own().stream().filter(each -> secondName(each, said.own()))).forEach(each -> take(each, taking, switches));
        // a name to sign in with where no other is given; beside another one it is what the program calls itself
        said.own().stream().filter(each -> each.key().field().equals("name") && !taking.has(SlipField.USER)).limit(1)
                .forEach(each -> name(each, taking));
        if (!strange(said)) {
            said.bare().stream().filter(each -> !fills(each.key(), taking) && !lone(each, said))
                    .forEach(each -> take(each, taking, switches));
        }
        // a password that stands beside one address and no name is that address's
        said.others().stream().filter(_ -> said.others().size() == 1 && taking.has(SlipField.PASSWORD) && !taking.has(SlipField.USER))
                .forEach(pair -> taking.take(SlipField.USER, pair));
        Stream.of(said.senders(), said.mailboxes(), MailKey.called(snippet), said.others()).flatMap(List::stream)
                .filter(_ -> !taking.has(SlipField.FROM)).limit(1)
                .forEach(pair -> taking.take(SlipField.FROM, pair));
        if (!taking.has(SlipField.FROM)) {
            new SenderInParts(Stream.concat(said.own().stream(), said.bare().stream()).map(Keyed::pair).toList()).into(taking, snippet);
        }
        own(said, taking);
        switches.into(taking);
        // a lone "host" or "port" belongs to anything
        return taking.has(SlipField.HOST) && (said.mail() || mailName(taking.draft().host())) ? Optional.of(taking) : Optional.empty();
    }

    /// `SENDER_EMAIL` and `SENDER_PASSWORD`: the sender is who signs in.
    private static void own(Said said, FieldCollector taking) {
        List<Keyed> keys = Stream.concat(said.own().stream(), said.bare().stream()).toList();
        boolean senders = keys.stream().map(each -> each.key().field())
                .anyMatch(field -> MailKey.PASSWORD.contains(field) && ofSender(field));
        if (senders && taking.has(SlipField.PASSWORD) && !taking.has(SlipField.USER)) {
            Stream<Token.Pair> named = keys.stream().filter(each -> MailKey.FROM.contains(each.key().field())).map(Keyed::pair);
            Stream.concat(named, Stream.concat(said.senders().stream(), said.mailboxes().stream()))
                    .filter(pair -> EmailAddress.parse(pair.value()).isPresent()).limit(1)
                    .forEach(pair -> taking.take(SlipField.USER, pair));
        }
    }

    private static boolean ofSender(String field) {
        return OF_SENDER.stream().anyMatch(field::startsWith);
    }

    private static Said said(Snippet snippet) {
        boolean section = snippet.contains("smtp") || snippet.contains("SMTP") || snippet.contains("[mail") || snippet.contains("mail:")
                || snippet.contains("email");
        boolean coded = !snippet.hasKey("stringData") && (snippet.key("kind").stream().anyMatch(pair -> pair.value().equals("Secret"))
                || snippet.pairs().stream().anyMatch(GenericEnv::codedHost));
        boolean mail = snippet.hasKey("smtp", "mail", "email", "mailer");
        var sections = new Sections(snippet);
        boolean inSections = sections.any();
        // SQL Server's switch is that of System.Net.Mail, and Apple's profiles have one like it: they go by the port
        boolean procedure = snippet.contains("sysmail_");
        var said = new Said(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), mail);
        Map<String, MailKey> keys = new HashMap<>();
        var kinds = new KeyKinds(snippet);
        for (Token.Pair pair : snippet.pairs()) {
            MailKey key = keys.computeIfAbsent(pair.key(), MailKey::of);
            boolean byPort = procedure && key.field().equals("enablessl") || pair.key().equals("OutgoingMailServerUseSSL");
            key = byPort ? MailKey.of("smtp_use_tls") : key;
            if (key.aside() || sections.receiving(pair.line()) || kinds.receiving(pair.key())) {
                continue;
            }
            if (pair.key().equalsIgnoreCase("email") && pair.value().indexOf('@') > 0) {
                said.others().add(pair);
            }
            mail |= key.mail() && MailKey.HOST.contains(key.field());
            Optional<String> sent = kinds.sending(pair.key());
            boolean own = key.mail() || sections.mail(pair.line()) || sent.isPresent();
            key = sent.map(rest -> MailKey.of("smtp." + rest)).orElse(key);
            if (own || section && !inSections) {
                Token.Pair plain = coded ? Base64Value.plain(pair) : alone(pair);
                if (key.sender() && plain.value().indexOf('@') > 0 && plain.value().indexOf('=') < 0) {
                    (key.named() ? said.senders() : said.mailboxes()).add(plain);
                } else if ((key.field().equals("address") || OF_SECTION.contains(key.field()) && sections.mail(pair.line()))
                        && plain.value().indexOf('@') > 0 && !plain.value().contains("://")) {
                    said.mailboxes().add(plain);
                } else {
                    (own ? said.own() : said.bare()).add(new Keyed(key, plain));
                }
            } else if (pair.value().indexOf('@') > 0 && (MailKey.FROM.contains(key.field()) || key.sender() || key.field()
                    .equals("adminaddress"))) {
                // a sender may stand outside the section about the server
                said.mailboxes().add(pair);
            }
        }
        return new Said(said.own(), said.bare(), said.senders(), said.mailboxes(), said.others(), mail);
    }

    /// `server=smtp.example.org port=587 user=anna`: without the settings that follow in the same line.
    private static Token.Pair alone(Token.Pair pair) {
        if (pair.quoted() || pair.value().indexOf('=') < 0) {
            return pair;
        }
        Matcher several = SEVERAL.matcher(pair.value());
        boolean follows = several.lookingAt() && (MailKey.known(MailKey.of(several.group(2)).field())
                || Encryption.about(MailKey.of(several.group(2)).field()));
        return follows ? new Token.Pair(pair.key(), several.group(1), false, pair.line()) : pair;
    }

    /// A host in base64, as in the torn-out middle of a Kubernetes secret.
    private static boolean codedHost(Token.Pair pair) {
        Token.Pair plain = Base64Value.plain(pair);
        boolean host = plain != pair && ProseWords.host(pair.value()).isEmpty() && !ProseWords.host(plain.value()).isEmpty();
        if (!host) {
            return false;
        }
        MailKey key = MailKey.of(pair.key());
        return key.mail() && MailKey.HOST.contains(key.field());
    }

    /// The `email_user` that stands beside an `email_smtp_username` is what the program calls itself.
    private static boolean secondName(Keyed keyed, List<Keyed> own) {
        return MailKey.USER.contains(keyed.key().field()) && !ofSmtp(keyed)
                && own.stream().anyMatch(each -> MailKey.USER.contains(each.key().field()) && !each.key().field().equals("name")
                        && ofSmtp(each) && !each.pair().value().isEmpty());
    }

    private static boolean ofSmtp(Keyed keyed) {
        return keyed.pair().key().toLowerCase(Locale.ROOT).contains("smtp");
    }

    /// Whether the bare keys are another thing's, such as a database's: they name a host while keys about mail name one as well.
    private static boolean strange(Said said) {
        return named(said.own()) && named(said.bare());
    }

    /// Where the port, too, is said to be that for mail, a password that is not, and stands beside no name, belongs to something else.
    private static boolean lone(Keyed keyed, Said said) {
        return MailKey.PASSWORD.contains(keyed.key().field()) && !ofSender(keyed.key().field())
                && said.own().stream().anyMatch(each -> MailKey.PORT.contains(each.key().field()))
                && said.bare().stream().noneMatch(each -> !each.key().field().equals("name") && MailKey.USER.contains(each.key().field())
                        && Math.abs(each.pair().line() - keyed.pair().line()) <= BESIDE);
    }

    private static boolean named(List<Keyed> keyed) {
        return keyed.stream().anyMatch(each -> MailKey.HOST.contains(each.key().field()) && hostLike(each.pair().value()));
    }

    private static boolean fills(MailKey key, FieldCollector taking) {
        String field = key.field();
        return MailKey.HOST.contains(field) && taking.has(SlipField.HOST) || MailKey.PORT.contains(field) && taking.has(SlipField.PORT)
                || MailKey.USER.contains(field) && taking.has(SlipField.USER) || MailKey.PASSWORD.contains(field)
                        && taking.has(SlipField.PASSWORD)
                || MailKey.FROM.contains(field) && taking.has(SlipField.FROM);
    }

    private static boolean mailName(String host) {
        String label = host.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
        return host.indexOf('.') > 0 && (label.contains("smtp") || label.contains("mail") || label.equals("mx"));
    }

    private static boolean hostLike(String value) {
        return !value.isEmpty() && "{[(".indexOf(value.charAt(0)) < 0 && (value.indexOf('@') < 0 || value.contains("://"));
    }

    private void take(Keyed keyed, FieldCollector taking, Switches switches) {
        String field = keyed.key().field();
        Token.Pair pair = keyed.pair();
        if (MailKey.HOST.contains(field)) {
            host(pair, taking);
        } else if (MailKey.PORT.contains(field)) {
            taking.take(SlipField.PORT, pair);
        } else if (MailKey.USER.contains(field)) {
            taking.take(SlipField.USER, field.equals("name") ? NOTHING : pair);
        } else if (MailKey.PASSWORD.contains(field)) {
            taking.take(SlipField.PASSWORD, pair);
        } else if (MailKey.FROM.contains(field)) {
            from(pair, taking);
        } else {
            Encryption.into(switches, field, FieldCollector.meant(pair), pair.line());
        }
    }

    /// `smtp_name` is the one to sign in with; a bare `name` is anything's.
    private static void name(Keyed keyed, FieldCollector taking) {
        boolean smtp = keyed.key().mail() && keyed.pair().key().toLowerCase(Locale.ROOT).contains("smtp");
        if (smtp || EmailAddress.parse(keyed.pair().value()).isPresent()) {
            taking.take(SlipField.USER, keyed.pair());
        }
    }

    /// A bracket begins a list of the sender's parts; a name alone is no sender.
    private static void from(Token.Pair pair, FieldCollector taking) {
        boolean named = pair.value().indexOf('@') < 0 && FieldCollector.meant(pair).equals(pair.value());
        if (!named && (pair.value().isEmpty() || "{[(".indexOf(pair.value().charAt(0)) < 0 && !pair.value().startsWith("array("))) {
            taking.take(SlipField.FROM, pair);
        }
    }

    private void host(Token.Pair pair, FieldCollector taking) {
        if (!hostLike(pair.value())) {
            return;
        }
        boolean place = pair.key().toLowerCase(Locale.ROOT).endsWith("host");
        boolean address = pair.value().contains("://") && (!place || !pair.value().contains("@"));
        Optional<MailUrl> url = address ? MailUrl.parse(pair.value()) : Optional.empty();
        // Debian's exim4 has two colons in front of the port
        String written = pair.value().replace("::", ":");
        boolean ssl = written.startsWith("ssl://");
        boolean tls = written.startsWith("tls://");
        // PHP's own way to ask for encryption
        String value = ssl || tls ? written.substring(written.indexOf("//") + 2) : written;
        if (url.isPresent() && (!url.get().port().isEmpty() || pair.value().contains("@"))) {
            url.get().into(taking, book, pair.line());
        } else if (HOST_AND_PORT.matcher(value).matches()) {
            taking.hostAndPort(value, pair.line());
        } else {
            taking.take(SlipField.HOST, ssl || tls ? new Token.Pair(pair.key(), value, pair.quoted(), pair.line()) : pair);
        }
        boolean atOnce = ssl || tls && !taking.draft().port().equals("587") || written.startsWith("smtps://");
        taking.security(atOnce ? Security.TLS : tls ? Security.STARTTLS : Security.AUTO, pair.line());
    }
}
