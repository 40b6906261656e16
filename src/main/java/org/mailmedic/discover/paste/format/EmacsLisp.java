package org.mailmedic.discover.paste.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.Switches;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;

/// Emacs: `(setq smtpmail-smtp-server "smtp.example.org" smtpmail-smtp-service 587 smtpmail-stream-type 'starttls)`.
public final class EmacsLisp implements Format {
    private static final int MOST_LINES = 1000;
    private static final Pattern SETTING = Pattern.compile("((?:wl-)?smtp(?:mail)?-[a-z-]{3,30}|user-mail-address)[ \\t.]{1,20}"
            + "(?:\"([^\"\\n]{0,250})\"|'?([A-Za-z0-9]{1,20}))");

    @Override
    public String id() {
        return "env";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.contains("smtpmail-") && !snippet.contains("(smtp-server") && !snippet.contains("wl-smtp-")) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        var switches = new Switches();
        for (Snippet.Line line : snippet.linesWith(MOST_LINES, "smtpmail-", "smtp-", "user-mail-address")) {
            Matcher setting = SETTING.matcher(line.text());
            while (!line.text().stripLeading().startsWith(";") && setting.find()) {
                String value = setting.group(2) == null ? setting.group(3) : setting.group(2);
                take(setting.group(1).toLowerCase(Locale.ROOT), value, line.number(), taking, switches);
            }
        }
        switches.into(taking);
        return taking.has(SlipField.HOST) ? Optional.of(taking) : Optional.empty();
    }

    private static void take(String name, String value, int line, FieldCollector taking, Switches switches) {
        switch (name) {
            case "smtpmail-smtp-server", "smtp-server", "wl-smtp-posting-server" -> taking.take(SlipField.HOST, value, line);
            case "smtpmail-default-smtp-server" -> taking.take(SlipField.HOST, taking.has(SlipField.HOST) ? "" : value, line);
            case "smtpmail-smtp-service", "smtp-port", "smtp-ssl-port", "wl-smtp-posting-port" -> taking.take(SlipField.PORT, value, line);
            case "smtpmail-smtp-user", "smtp-user", "wl-smtp-posting-user" -> taking.take(SlipField.USER, value, line);
            case "smtpmail-stream-type", "wl-smtp-connection-type" -> switches.word(value, line);
            case "smtp-ssl" -> switches.atOnce(value.equals("t") ? "true" : value, line);
            case "user-mail-address", "smtpmail-mail-address" -> taking.take(SlipField.FROM, value, line);
            default -> { }
        }
    }
}
