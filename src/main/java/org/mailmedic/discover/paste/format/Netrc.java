package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ShellWords;
import org.mailmedic.pasted.Snippet;

/// The lines of `.netrc` and `.authinfo`: `machine smtp.example.org login anna port 587 password …`, one for each server.
public final class Netrc implements Format {
    private static final int MOST_LINES = 300;
    private static final Set<String> RECEIVING = Set.of("143", "993", "110", "995", "imap", "imaps", "pop3", "pop3s", "4190");

    @Override
    public String id() {
        return "env";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        return snippet.linesWith(MOST_LINES, "machine ").stream().filter(line -> line.lower().startsWith("machine "))
                .map(Netrc::entry).flatMap(Optional::stream).findFirst();
    }

    private static Optional<FieldCollector> entry(Snippet.Line line) {
        var taking = new FieldCollector();
        List<String> words = ShellWords.of(line.text());
        boolean sending = false;
        for (int i = 0; i + 1 < words.size(); i += 2) {
            String value = words.get(i + 1);
            switch (words.get(i).toLowerCase(Locale.ROOT)) {
                case "machine" -> {
                    sending = value.startsWith("smtp") || value.startsWith("mail");
                    taking.take(SlipField.HOST, value, line.number());
                }
                case "login", "user" -> taking.take(SlipField.USER, value, line.number());
                case "password" -> taking.take(SlipField.PASSWORD, value, line.number());
                case "port" -> {
                    if (RECEIVING.contains(value.toLowerCase(Locale.ROOT))) {
                        return Optional.empty();
                    }
                    sending = true;
                    taking.take(SlipField.PORT, value.equals("smtps") ? "465" : value.matches("[0-9]{1,5}") ? value : "", line.number());
                }
                default -> { }
            }
        }
        return sending && taking.has(SlipField.USER) ? Optional.of(taking) : Optional.empty();
    }
}
