package org.mailmedic.discover.paste;

import java.util.List;
import java.util.Optional;
import org.mailmedic.discover.slip.Field;
import org.mailmedic.settings.Security;

/// Thunderbird's `prefs.js`: `user_pref("mail.smtpserver.smtp1.hostname", "smtp.example.org");`. It never holds passwords.
final class ThunderbirdPrefs implements Format {
    private static final String SERVER = "mail.smtpserver.";
    private static final String IDENTITY = "mail.identity.";

    @Override
    public String id() {
        return "thunderbird-prefs";
    }

    @Override
    public Optional<Taking> read(Snippet snippet) {
        if (!snippet.contains(SERVER)) {
            return Optional.empty();
        }
        var taking = new Taking();
        List<Token.Call> prefs = snippet.calls("user_pref").filter(call -> call.arguments().size() == 2).toList();
        String chosen = prefs.stream().filter(p -> p.argument(0).equals("mail.smtp.defaultserver")).map(p -> p.argument(1)).findFirst()
                .or(() -> prefs.stream().map(p -> p.argument(0)).filter(k -> k.startsWith(SERVER) && k.endsWith(".hostname")
                && k.length() > SERVER.length() + ".hostname".length())
                        .map(k -> k.substring(SERVER.length(), k.length() - ".hostname".length())).findFirst()).orElse("");
        for (Token.Call pref : prefs) {
            String key = pref.argument(0);
            if (key.startsWith(SERVER + chosen + ".")) {
                server(key.substring(SERVER.length() + chosen.length() + 1), pref.argument(1), pref.line(), taking);
            } else if (key.startsWith(SERVER) && key.endsWith(".hostname")) {
                taking.doubt(Field.HOST, Doubt.Kind.SEVERAL, pref.line());
            } else if (key.startsWith(IDENTITY) && key.endsWith(".useremail") && !taking.has(Field.FROM)) {
                taking.take(Field.FROM, pref.argument(1), pref.line());
            }
        }
        return Optional.of(taking);
    }

    private static void server(String name, String value, int line, Taking taking) {
        switch (name) {
            case "hostname" -> taking.take(Field.HOST, value, line);
            case "port" -> taking.take(Field.PORT, value, line);
            case "username" -> taking.take(Field.USER, value, line);
            case "try_ssl" -> taking.security(switch (value) {
                case "3" -> Security.TLS;
                case "1", "2" -> Security.STARTTLS;
                case "0" -> Security.NONE;
                default -> Security.AUTO;
            }, line);
            default -> { }
        }
    }
}
