package org.mailmedic.discover.paste.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.Switches;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;

/// Jakarta Mail and its forerunner JavaMail, in code or as a properties file: `props.put("mail.smtp.host", "smtp.example.org")`.
public final class JavaMail implements Format {
    @Override
    public String id() {
        return "java-mail";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.contains("mail.smtp.") && !snippet.contains("mail.smtps.") || snippet.contains("spring.mail")) {
            return Optional.empty();
        }
        List<Token.Pair> properties = new ArrayList<>(snippet.pairs());
        snippet.calls().stream().filter(call -> call.arguments().size() >= 2).forEach(call -> properties.add(
                new Token.Pair(call.argument(0), call.argument(1), call.arguments().get(1).quoted(), call.line())));
        var taking = new FieldCollector();
        var switches = new Switches();
        properties.forEach(pair -> property(pair, taking, switches));
        switches.into(taking);
        snippet.calls("PasswordAuthentication").filter(call -> call.arguments().size() == 2).limit(1)
                .forEach(call -> login(call, 0, snippet, taking));
        snippet.calls("connect").filter(call -> call.arguments().size() >= 3).limit(1).forEach(call -> {
            taking.take(SlipField.HOST, call.arguments().getFirst().quoted() ? call.argument(0) : "", call.line());
            login(call, call.arguments().size() - 2, snippet, taking);
        });
        // a server's resource has them as attributes of its own
        int line = properties.stream().filter(pair -> property(pair).equals("mail.smtp.host")).mapToInt(Token.Pair::line).findFirst()
                .orElse(0);
        nearest(snippet.key("username"), line).filter(_ -> !taking.has(SlipField.USER))
                .ifPresent(pair -> taking.take(SlipField.USER, pair));
        nearest(snippet.key("password"), line).filter(_ -> !taking.has(SlipField.PASSWORD))
                .ifPresent(pair -> taking.take(SlipField.PASSWORD, pair));
        return Optional.of(taking);
    }

    /// A database's resource in the same file has such attributes as well; of two that are as near, the one behind is the host's.
    private static Optional<Token.Pair> nearest(List<Token.Pair> pairs, int line) {
        return pairs.stream().filter(Token.Pair::quoted)
                .min(Comparator.<Token.Pair>comparingInt(pair -> Math.abs(pair.line() - line)).thenComparingInt(pair -> -pair.line()));
    }

    private static String property(Token.Pair pair) {
        return pair.key().toLowerCase(Locale.ROOT).replace("mail.smtps.", "mail.smtp.");
    }

    private static void login(Token.Call call, int index, Snippet snippet, FieldCollector taking) {
        value(SlipField.USER, call.arguments().get(index), snippet, taking);
        value(SlipField.PASSWORD, call.arguments().get(index + 1), snippet, taking);
    }

    private static void value(SlipField field, Token.Pair argument, Snippet snippet, FieldCollector taking) {
        if (argument.quoted()) {
            taking.take(field, argument.value(), argument.line());
        } else {
            snippet.name(argument.value()).stream().filter(Token.Pair::quoted).findFirst().ifPresentOrElse(pair -> taking.take(field, pair),
                    () -> taking.doubt(field, Doubt.Kind.ELSEWHERE, argument.line()));
        }
    }

    private static void property(Token.Pair pair, FieldCollector taking, Switches switches) {
        switch (property(pair)) {
            case "mail.smtp.host" -> taking.take(SlipField.HOST, pair);
            case "mail.smtp.port", "mail.smtp.socketfactory.port" -> taking.take(SlipField.PORT, pair);
            case "mail.smtp.user", "mail.user" -> taking.take(SlipField.USER, pair);
            case "mail.smtp.password", "mail.password" -> taking.take(SlipField.PASSWORD, pair);
            case "mail.smtp.from", "mail.from" -> taking.take(SlipField.FROM, pair);
            case "mail.smtp.ssl.enable" -> switches.atOnce(pair.value(), pair.line());
            case "mail.smtp.socketfactory.class" -> switches.atOnce(pair.value().contains("SSL") ? "true" : "", pair.line());
            case "mail.smtp.starttls.enable", "mail.smtp.starttls.required" -> switches.upgrade(pair.value(), pair.line());
            default -> { }
        }
    }
}
