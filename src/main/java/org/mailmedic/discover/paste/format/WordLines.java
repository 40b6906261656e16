package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.Switches;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;

/// Files of one word, a blank and its value on each line: the target `smtp: name` of Proxmox's `notifications.cfg`, and `dma.conf`, where
/// `SECURETRANSFER` alone is TLS from the start and with `STARTTLS` that.
public final class WordLines implements Format {
    private static final int MOST_LINES = 300;

    @Override
    public String id() {
        return "env";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        List<Snippet.Line> lines = snippet.linesWith(MOST_LINES);
        boolean ours = lines.stream().map(line -> line.text().strip()).anyMatch(line -> line.matches("smtp: [\\w.-]{1,80}")
                || line.startsWith("SMARTHOST ") || line.startsWith("SMARTHOST\t"));
        if (!ours) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        var switches = new Switches();
        boolean secure = false;
        boolean starttls = false;
        for (Snippet.Line line : lines) {
            String[] words = line.text().strip().split("[ \\t]+", 2);
            String value = words.length < 2 ? "" : words[1].strip();
            switch (words[0].toLowerCase(Locale.ROOT)) {
                case "server", "smarthost" -> taking.take(SlipField.HOST, value, line.number());
                case "port" -> taking.take(SlipField.PORT, value, line.number());
                case "username" -> taking.take(SlipField.USER, value, line.number());
                case "password" -> taking.take(SlipField.PASSWORD, value, line.number());
                case "from-address", "masquerade" -> taking.take(SlipField.FROM, value.indexOf('@') > 0 ? value : "", line.number());
                // Proxmox says tls for what is encrypted from the start
                case "mode" -> switches.word(value.equals("tls") ? "ssl" : value, line.number());
                case "securetransfer" -> secure = true;
                case "starttls" -> starttls = true;
                default -> account(line, taking);
            }
        }
        if (secure) {
            switches.word(starttls ? "starttls" : "ssl", 0);
        }
        switches.into(taking);
        return taking.has(SlipField.HOST) ? Optional.of(taking) : Optional.empty();
    }

    /// `anna|smtp.example.org:secret` of dma's `auth.conf`.
    private static void account(Snippet.Line line, FieldCollector taking) {
        String text = line.text().strip();
        int bar = text.indexOf('|');
        int colon = text.indexOf(':', Math.max(0, bar));
        if (bar > 0 && colon > bar && !text.startsWith("#") && text.substring(bar + 1, colon).equals(taking.draft().host())) {
            taking.take(SlipField.USER, text.substring(0, bar), line.number());
            taking.take(SlipField.PASSWORD, text.substring(colon + 1), line.number());
        }
    }
}
