package org.mailmedic.explain.log;

import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Hands each line to the reader of the program that wrote it.
final class LineDesk {
    /// @param program null where the line belongs to no one mail server: a filter's, a sign-in of Dovecot
    record Taken(boolean understood, @Nullable MailProgram program) {
        static final Taken NOTHING = new Taken(false, null);
        static final Taken BESIDE = new Taken(true, null);

        static Taken by(MailProgram program) {
            return new Taken(true, program);
        }
    }

    private static final Taken POSTFIX = Taken.by(MailProgram.POSTFIX);
    private static final Taken EXIM = Taken.by(MailProgram.EXIM);
    private static final Taken SENDMAIL = Taken.by(MailProgram.SENDMAIL);
    private static final Taken OPENSMTPD = Taken.by(MailProgram.OPENSMTPD);
    private static final Taken EXCHANGE = Taken.by(MailProgram.EXCHANGE);

    private final Heading heading;
    private final PostfixLines postfix;
    private final EximLines exim;
    private final SendmailLines sendmail;
    private final OpenSmtpdLines openSmtpd;
    private final ExchangeLines exchange;
    private final DovecotLines dovecot;
    private final JournalRecord journal = new JournalRecord();
    private final QueueListing listing;
    private final Line inner = new Line();
    private final Memo<String> tags = new Memo<>(64);

    LineDesk(MailBook book, Years years, LocalDateTime now) {
        heading = new Heading(years);
        postfix = new PostfixLines(book);
        exim = new EximLines(book);
        sendmail = new SendmailLines(book);
        openSmtpd = new OpenSmtpdLines(book);
        exchange = new ExchangeLines(book);
        dovecot = new DovecotLines(book);
        listing = new QueueListing(book, years, now);
    }

    /// The time of the line that was taken last; [Stamp#NONE] when it has none or stands in a queue listing.
    long stamp() {
        return heading.stamp;
    }

    /// Whether a queue listing was read.
    boolean listed() {
        return listing.listed();
    }

    Taken take(Line line) {
        heading.stamp = Stamp.NONE;
        int first = line.at(line.from);
        if (first == '{') {
            return json(line);
        }
        if (first == '#') {
            return exchange.comment(line) ? EXCHANGE : Taken.NOTHING;
        }
        if (first != ' ' && first != '\t' && heading.read(line)) {
            if (journal.begins(line, heading)) {
                Taken taken = end();
                journal.begin(heading.stamp);
                return taken;
            }
            Taken taken = headed(line);
            return taken.understood() ? taken : listing.take(line).map(Taken::by).orElse(Taken.NOTHING);
        }
        if (journal.field(line)) {
            return Taken.NOTHING;
        }
        return listing.take(line).map(Taken::by).orElse(Taken.NOTHING);
    }

    /// The program's name as it stands in the line; the same few come again and again.
    private String tag(Line line) {
        long key = line.hash(heading.tagFrom, heading.tagTo);
        String known = tags.get(key);
        if (known == null) {
            known = line.name(heading.tagFrom, heading.tagTo).toLowerCase(Locale.ROOT);
            tags.put(key, known);
        }
        return known;
    }

    /// The record that was put together from several lines is complete.
    Taken end() {
        return journal.take().map(this::wrapped).orElse(Taken.NOTHING);
    }

    private Taken json(Line line) {
        return JsonLine.read(line).map(read -> switch (read) {
            case JsonLine.Entry entry -> wrapped(entry);
            case JsonLine.Queued queued -> {
                listing.take(queued);
                yield POSTFIX;
            }
        }).orElse(Taken.NOTHING);
    }

    private Taken wrapped(JsonLine.Entry entry) {
        inner.over(entry.text(), 0, entry.text().length);
        heading.stamp = Stamp.NONE;
        boolean read = !entry.tagged() && heading.read(inner) || heading.readTagged(inner, entry.stamp());
        return read ? headed(inner) : Taken.NOTHING;
    }

    private Taken headed(Line line) {
        if (heading.tagTo <= heading.tagFrom) {
            if (line.at(heading.message) == ',' && exchange.take(line, heading)) {
                return EXCHANGE;
            }
            return exim.take(line, heading, false) ? EXIM : Taken.NOTHING;
        }
        if (postfix.take(line, heading)) {
            return POSTFIX;
        }
        return switch (tag(line)) {
            case "exim", "exim4", "exim-out", "exim_mainlog" -> exim.take(line, heading, true) ? EXIM : Taken.NOTHING;
            case "sendmail", "sm-mta", "sm-msp-queue", "sm-mta-in" -> sendmail.take(line, heading) ? SENDMAIL : Taken.NOTHING;
            case "smtpd" -> openSmtpd.take(line, heading) ? OPENSMTPD : Taken.NOTHING;
            case "dovecot" -> {
                dovecot.take(line, heading);
                yield Taken.BESIDE;
            }
            case "opendkim", "opendmarc", "rspamd", "amavis", "spamd", "postgrey", "policyd-spf", "clamav-milter", "milter-greylist",
                    "saslauthd", "postsrsd" -> Taken.BESIDE;
            default -> Taken.NOTHING;
        };
    }
}
