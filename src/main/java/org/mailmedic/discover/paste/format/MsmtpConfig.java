package org.mailmedic.discover.paste.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

/// `~/.msmtprc`: one word, a blank, and its value on each line, for several accounts, of which one is the default; what stands below
/// `defaults` holds for all of them. TLS is STARTTLS unless `tls_starttls` is off.
public final class MsmtpConfig implements Format {
    private static final int MOST_LINES = 500;
    private static final List<String> OWN_WORDS = List.of("account", "defaults", "tls_starttls", "tls_trust_file", "auth", "tls",
            "logfile", "passwordeval", "from", "syslog");
    private static final String DEFAULTS = "defaults";

    @Override
    public String id() {
        return "msmtp";
    }

    /// One word and its value.
    private record Setting(String word, String value, int line) {}

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        List<Snippet.Line> lines = snippet.linesWith(MOST_LINES, "host", "port", "user", "pass", "tls", "account", "from", "auth",
                DEFAULTS);
        boolean host = lines.stream().anyMatch(line -> word(line.text()).equals("host") && rest(line.text(), 4).indexOf(' ') < 0);
        boolean ours = lines.stream().anyMatch(line -> OWN_WORDS.contains(word(line.text())));
        if (!host || !ours) {
            return Optional.empty();
        }
        Map<String, List<Setting>> accounts = new LinkedHashMap<>();
        Map<String, String> parents = new HashMap<>();
        String account = DEFAULTS;
        String chosen = "";
        for (Snippet.Line line : lines) {
            String word = word(line.text());
            String value = word.isEmpty() ? "" : rest(line.text(), word.length());
            if (line.text().strip().equals(DEFAULTS)) {
                account = DEFAULTS;
            } else if (word.equals("account")) {
                String[] names = value.split(":", 2);
                account = names[0].strip();
                String parent = names.length == 2 ? names[1].strip().split("[ ,]", 2)[0] : "";
                chosen = account.equals("default") && !parent.isEmpty() ? parent : chosen;
                parents.put(account, parent);
            } else if (!word.isEmpty()) {
                accounts.computeIfAbsent(account, _ -> new ArrayList<>()).add(new Setting(word, value, line.number()));
            }
        }
        String name = accounts.containsKey(chosen) ? chosen : accounts.containsKey("default") ? "default" : withHost(accounts);
        List<Setting> settings = new ArrayList<>(accounts.getOrDefault(name, List.of()));
        settings.addAll(accounts.getOrDefault(parents.getOrDefault(name, ""), List.of()));
        settings.addAll(accounts.getOrDefault(DEFAULTS, List.of()));
        return Optional.of(taken(settings));
    }

    private static String withHost(Map<String, List<Setting>> accounts) {
        return accounts.entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(setting -> setting.word().equals("host")))
                .map(Map.Entry::getKey).findFirst().orElse("");
    }

    private static FieldCollector taken(List<Setting> settings) {
        var taking = new FieldCollector();
        for (Setting setting : settings) {
            switch (setting.word()) {
                case "host" -> take(taking, SlipField.HOST, setting);
                case "port" -> take(taking, SlipField.PORT, setting);
                case "user" -> take(taking, SlipField.USER, setting);
                case "password" -> taking.take(SlipField.PASSWORD, setting.value(), setting.line());
                case "passwordeval" -> taking.doubt(SlipField.PASSWORD, Doubt.Kind.ELSEWHERE, setting.line());
                case "from" -> take(taking, SlipField.FROM, setting);
                default -> { }
            }
        }
        Optional<Setting> tls = settings.stream().filter(setting -> setting.word().equals("tls")).findFirst();
        Optional<Setting> startTls = settings.stream().filter(setting -> setting.word().equals("tls_starttls")).findFirst();
        boolean atOnce = startTls.filter(setting -> FieldCollector.no(setting.value())).isPresent();
        tls.ifPresent(setting -> taking.security(FieldCollector.yes(setting.value()) ? atOnce ? Security.TLS : Security.STARTTLS
                : Security.NONE,
                setting.line()));
        return taking;
    }

    private static void take(FieldCollector taking, SlipField field, Setting setting) {
        if (!taking.has(field)) {
            taking.take(field, setting.value().split("[ \t]", 2)[0], setting.line());
        }
    }

    /// The first word of a line that has a blank behind it. They are all written small.
    private static String word(String line) {
        String text = line.strip();
        int end = 0;
        while (end < text.length() && (text.charAt(end) >= 'a' && text.charAt(end) <= 'z' || text.charAt(end) == '_')) {
            end++;
        }
        boolean blank = end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t');
        boolean assigned = blank && "=:".indexOf(text.substring(end).strip().charAt(0)) >= 0;
        return blank && !assigned ? text.substring(0, end) : "";
    }

    private static String rest(String line, int wordLength) {
        String value = line.strip().substring(wordLength).strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
