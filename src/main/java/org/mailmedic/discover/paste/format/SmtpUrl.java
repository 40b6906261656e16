package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.provider.ProviderBook;

/// An address such as `smtps://anna:secret@smtp.example.org:465`, wherever it stands in the text.
public final class SmtpUrl implements Format {
    private static final int MOST_LINES = 50;
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
                "submissions://", "+smtp", "smtp+")) {
            String lower = line.lower();
            int mark = lower.indexOf("://");
            int start = mark;
            while (start > 0 && (Character.isLetterOrDigit(lower.charAt(start - 1)) || lower.charAt(start - 1) == '+')) {
                start--;
            }
            Optional<MailUrl> url = mark < 0 ? Optional.empty() : MailUrl.parse(line.text().substring(start));
            if (url.isPresent()) {
                var taking = new FieldCollector();
                url.get().into(taking, book, line.number());
                return Optional.of(taking);
            }
        }
        return Optional.empty();
    }
}
