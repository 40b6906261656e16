package org.mailmedic.discover.paste.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.Switches;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;

/// Spring Boot's `application.yml`: keys nested by indentation below `spring:` and `mail:`.
public final class SpringYaml implements Format {
    private static final int MOST_LINES = 5000;
    private static final String MAIL = "spring.mail.";

    @Override
    public String id() {
        return "spring-yaml";
    }

    /// @param indent blanks in front of it
    private record Level(int indent, String path) {}

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.contains("mail:") || !snippet.contains("spring:") && !snippet.contains("mail.smtp")
                && !snippet.contains("starttls:")) {
            return Optional.empty();
        }
        List<Token.Pair> flat = flat(snippet.linesWith(MOST_LINES, ":"));
        if (flat.stream().noneMatch(pair -> pair.key().startsWith(MAIL))) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        var switches = new Switches();
        flat.forEach(pair -> property(pair, taking, switches));
        switches.into(taking);
        return Optional.of(taking);
    }

    private static void property(Token.Pair pair, FieldCollector taking, Switches switches) {
        switch (pair.key()) {
            case MAIL + "host" -> taking.take(SlipField.HOST, pair);
            case MAIL + "port" -> taking.take(SlipField.PORT, pair);
            case MAIL + "username" -> taking.take(SlipField.USER, pair);
            case MAIL + "password" -> taking.take(SlipField.PASSWORD, pair);
            case MAIL + "from", MAIL + "properties.mail.smtp.from" -> taking.take(SlipField.FROM, pair);
            case MAIL + "protocol" -> switches.atOnce(pair.value().equals("smtps") ? "true" : "", pair.line());
            case MAIL + "properties.mail.smtp.ssl.enable" ->
                    switches.atOnce(FieldCollector.yes(pair.value()) ? "true" : "", pair.line());
            case MAIL + "properties.mail.smtp.starttls.enable", MAIL + "properties.mail.smtp.starttls.required" -> {
                if (FieldCollector.yes(pair.value())) {
                    switches.upgrade("true", pair.line());
                }
            }
            default -> { }
        }
    }

    /// Whole keys, whether they are nested or written with dots. A `mail:` at the very beginning is taken for Spring's own.
    private static List<Token.Pair> flat(List<Snippet.Line> lines) {
        List<Token.Pair> pairs = new ArrayList<>();
        Deque<Level> above = new ArrayDeque<>();
        for (Snippet.Line line : lines) {
            String text = line.text();
            int indent = text.length() - text.stripLeading().length();
            int colon = text.indexOf(':');
            String key = text.substring(0, colon).strip();
            if (key.isEmpty() || key.startsWith("#")) {
                continue;
            }
            while (!above.isEmpty() && above.peek().indent() >= indent) {
                above.pop();
            }
            String path = above.isEmpty() ? key.equals("mail") ? "spring.mail" : key : above.peek().path() + "." + key;
            String value = text.substring(colon + 1).strip();
            if (value.isEmpty() || value.startsWith("#")) {
                above.push(new Level(indent, path));
            } else {
                pairs.add(scalar(path, value, line.number()));
            }
        }
        return pairs;
    }

    private static Token.Pair scalar(String path, String value, int line) {
        char quote = value.charAt(0);
        int close = quote == '"' || quote == '\'' ? value.indexOf(quote, 1) : -1;
        if (close > 0) {
            return new Token.Pair(path, value.substring(1, close), true, line);
        }
        int remark = value.indexOf(" #");
        return new Token.Pair(path, remark < 0 ? value : value.substring(0, remark).strip(), false, line);
    }
}
