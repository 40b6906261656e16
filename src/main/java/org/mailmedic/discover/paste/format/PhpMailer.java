package org.mailmedic.discover.paste.format;

import java.util.Optional;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.pasted.Token;

/// PHPMailer: `$mail->Host = 'smtp.example.org';`. Its word `tls` means STARTTLS, `ssl` TLS from the first byte.
public final class PhpMailer implements Format {
    @Override
    public String id() {
        return "phpmailer";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        boolean ours = snippet.contains("PHPMailer") || snippet.contains("phpmailer") || snippet.contains("->SMTPSecure")
                || snippet.contains("->SMTPAuth")
                || snippet.contains("->isSMTP") || snippet.contains("->IsSMTP") || snippet.contains("->Host");
        if (!ours) {
            return Optional.empty();
        }
        var taking = new FieldCollector();
        for (Token.Pair pair : snippet.name("Host")) {
            if (pair.key().contains("->")) {
                host(pair, taking);
            }
        }
        taking.take(SlipField.PORT, snippet.name("Port")).take(SlipField.USER, snippet.name("Username")).take(SlipField.PASSWORD,
                snippet.name("Password"))
                .take(SlipField.FROM, snippet.name("From"));
        snippet.name("SMTPSecure").forEach(pair -> taking.security(FieldCollector.byPhpWord(pair.value()), pair.line()));
        snippet.calls("setFrom").limit(1).forEach(call -> taking.take(SlipField.FROM, call.argument(0), call.line()));
        snippet.calls("addAddress").limit(1).forEach(call -> taking.take(SlipField.TO, call.argument(0), call.line()));
        return Optional.of(taking);
    }

    /// PHPMailer allows `ssl://host:port` and several hosts split by semicolons; a scheme is part of its own syntax then.
    private static void host(Token.Pair pair, FieldCollector taking) {
        String first = pair.value().split(";", 2)[0];
        if (first.length() < pair.value().length() && pair.quoted()) {
            taking.doubt(SlipField.HOST, Doubt.Kind.SEVERAL, pair.line());
            taking.hostAndPort(first, pair.line());
        } else {
            taking.take(SlipField.HOST, pair);
        }
    }
}
