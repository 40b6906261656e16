package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Optional;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;
import org.mailmedic.settings.Security;

/// Thunderbird's `prefs.js`: `user_pref("mail.smtpserver.smtp1.hostname", "smtp.example.org");`. It never holds passwords.
public final class ThunderbirdPrefs implements Format {
    private static final String SERVER = "mail.smtpserver.";
    private static final String IDENTITY = "mail.identity.";

    @Override
    public String id() {
        return "thunderbird-prefs";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        if (!snippet.contains(SERVER)) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
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
                taking.doubt(SlipField.HOST, Doubt.Kind.SEVERAL, pref.line());
            } else if (key.startsWith(IDENTITY) && key.endsWith(".useremail") && !taking.has(SlipField.FROM)) {
                taking.take(SlipField.FROM, pref.argument(1), pref.line());
            }
        }
        return Optional.of(taking);
    }

    private static void server(String name, String value, int line, FieldCollector taking) {
        switch (name) {
            case "hostname" -> taking.take(SlipField.HOST, value, line);
            case "port" -> taking.take(SlipField.PORT, value, line);
            case "username" -> taking.take(SlipField.USER, value, line);
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
