package org.mailmedic.discover.paste;

import java.util.Optional;
import org.mailmedic.discover.slip.Field;

/// PHPMailer: `$mail->Host = 'smtp.example.org';`. Its word `tls` means STARTTLS, `ssl` TLS from the first byte.
final class PhpMailer implements Format {
    @Override
    public String id() {
        return "phpmailer";
    }

    @Override
    public Optional<Taking> read(Snippet snippet) {
        boolean ours = snippet.contains("PHPMailer") || snippet.contains("phpmailer") || snippet.contains("->SMTPSecure")
                || snippet.contains("->SMTPAuth")
                || snippet.contains("->isSMTP") || snippet.contains("->IsSMTP") || snippet.contains("->Host");
        if (!ours) {
            return Optional.empty();
        }
        var taking = new Taking();
        for (Token.Pair pair : snippet.name("Host")) {
            if (pair.key().contains("->")) {
                host(pair, taking);
            }
        }
        taking.take(Field.PORT, snippet.name("Port")).take(Field.USER, snippet.name("Username")).take(Field.PASSWORD,
                snippet.name("Password"))
                .take(Field.FROM, snippet.name("From"));
        snippet.name("SMTPSecure").forEach(pair -> taking.security(Taking.byPhpWord(pair.value()), pair.line()));
        snippet.calls("setFrom").limit(1).forEach(call -> taking.take(Field.FROM, call.argument(0), call.line()));
        snippet.calls("addAddress").limit(1).forEach(call -> taking.take(Field.TO, call.argument(0), call.line()));
        return Optional.of(taking);
    }

    /// PHPMailer allows `ssl://host:port` and several hosts split by semicolons; a scheme is part of its own syntax then.
    private static void host(Token.Pair pair, Taking taking) {
        String first = pair.value().split(";", 2)[0];
        if (first.length() < pair.value().length() && pair.quoted()) {
            taking.doubt(Field.HOST, Doubt.Kind.SEVERAL, pair.line());
            taking.hostAndPort(first, pair.line());
        } else {
            taking.take(Field.HOST, pair);
        }
    }
}
