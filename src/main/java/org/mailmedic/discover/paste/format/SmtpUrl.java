package org.mailmedic.discover.paste.format;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Security;

/// An address such as `smtps://anna:secret@smtp.example.org:465`, wherever it stands in the text.
public final class SmtpUrl implements Format {
    private static final int MOST_LINES = 50;
    private static final int LONGEST_SCHEME = 24;
    private final ProviderBook book;

    public SmtpUrl(ProviderBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "smtp-url";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        for (Snippet.Line line : snippet.linesWith(MOST_LINES, "smtp://", "smtps://", "smtp+starttls://", "submission://",
                "submissions://", "+smtp", "smtp+", "smtps+", "mailto://", "mailtos://")) {
            String lower = line.lower();
            int mark = scheme(lower);
            int start = mark;
            while (start > 0 && (Character.isLetterOrDigit(lower.charAt(start - 1)) || lower.charAt(start - 1) == '+')) {
                start--;
            }
            Optional<AppriseUrl> apprise = mark < 0 ? Optional.empty() : AppriseUrl.parse(line.text().substring(start));
            if (apprise.isPresent()) {
                var taking = new FieldCollector();
                apprise.get().into(taking, book, line.number());
                return Optional.of(taking);
            }
            Optional<MailUrl> url = mark < 0 ? Optional.empty() : MailUrl.parse(line.text().substring(start));
            if (url.isPresent()) {
                var taking = new FieldCollector();
                boolean relay = relay(lower, start);
                (relay ? url.get().withoutLabel() : url.get()).into(taking, book, line.number());
                if (relay) {
                    secrets(snippet, url.get().user(), taking);
                }
                beside(snippet, taking);
                return Optional.of(taking);
            }
        }
        return Optional.empty();
    }

    /// Where the `://` of the first scheme for mail stands; of the first at all where none is for mail.
    private static int scheme(String lower) {
        int first = lower.indexOf("://");
        int mark = first;
        for (int looks = 0; mark >= 0 && looks < MOST_LINES; looks++) {
            int start = Math.max(0, mark - LONGEST_SCHEME);
            String before = lower.substring(start, mark);
            String scheme = before.substring(before.replaceAll("[^a-z0-9+]", " ").lastIndexOf(' ') + 1);
            if (scheme.contains("smtp") || scheme.startsWith("submission") || scheme.startsWith("mailto")) {
                return mark;
            }
            mark = lower.indexOf("://", mark + 1);
        }
        return first;
    }

    /// OpenSMTPD's `action "out" relay host smtps://label@smtp.example.org auth <secrets>`: the label is none to sign in with.
    private static boolean relay(String lower, int start) {
        return lower.substring(0, start).stripTrailing().replace("\"", "").endsWith("relay host");
    }

    /// The line `label user:password` of OpenSMTPD's table of secrets.
    private static void secrets(Snippet snippet, String label, FieldCollector taking) {
        snippet.linesWith(MOST_LINES, ":").stream().filter(line -> !label.isEmpty() && (line.text().startsWith(label + " ")
                || line.text().startsWith(label + "\t")) && line.text().indexOf(':', label.length()) >= 0).limit(1).forEach(line -> {
            String login = line.text().substring(label.length()).strip();
            int colon = login.indexOf(':');
            taking.take(SlipField.USER, login.substring(0, colon), line.number());
            taking.take(SlipField.PASSWORD, login.substring(colon + 1), line.number());
        });
    }

    /// Password and sender under keys of their own, as mutt has them.
    private static void beside(Snippet snippet, FieldCollector taking) {
        for (Token.Pair pair : snippet.pairs()) {
            MailKey key = MailKey.of(pair.key());
            boolean ours = key.mail() && !key.aside();
            if (ours && MailKey.PASSWORD.contains(key.field()) && !taking.has(SlipField.PASSWORD)) {
                taking.take(SlipField.PASSWORD, pair);
            } else if (ours && MailKey.USER.contains(key.field()) && !key.field().equals("name") && !taking.has(SlipField.USER)) {
                taking.take(SlipField.USER, pair);
            }
        }
        Stream.concat(snippet.key("from").stream().filter(pair -> pair.value().indexOf('@') > 0), MailKey.senders(snippet).stream())
                .filter(_ -> !taking.has(SlipField.FROM)).limit(1).forEach(pair -> taking.take(SlipField.FROM, pair));
        if (snippet.contains("smtp-use-starttls") && taking.draft().security() == Security.AUTO) {
            taking.security(Security.STARTTLS, 0);
        }
        snippet.key("ssl_starttls").stream().filter(pair -> FieldCollector.yes(pair.value())).limit(1)
                .forEach(pair -> taking.security(taking.draft().security() == Security.AUTO ? Security.STARTTLS : Security.AUTO,
                        pair.line()));
    }
}
