package org.mailmedic.lab.peer;

import java.io.IOException;
import javax.net.ssl.SSLContext;

/// A mailbox that is asked for by IMAP (RFC 9051).
///
/// @param tlsFirst TLS from the first byte; otherwise after STARTTLS
/// @param answer   what it says to a password, without the tag
public record Mailbox(SSLContext identity, boolean tlsFirst, String answer) implements Conversation {
    @Override
    public void with(Line line) throws IOException {
        if (tlsFirst) {
            line.encrypt(identity);
        }
        line.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] mailbox ready");
        for (String command = line.hear(); command != null; command = line.hear()) {
            String[] words = command.split(" ");
            switch (words.length > 1 ? words[1].toUpperCase(java.util.Locale.ROOT) : "") {
                case "STARTTLS" -> {
                    line.say(words[0] + " OK go");
                    line.encrypt(identity);
                }
                case "AUTHENTICATE" -> {
                    line.say(line.encrypted() ? "+ " : words[0] + " NO not in the clear");
                    line.hear();
                    line.say("* CAPABILITY IMAP4rev1", words[0] + " " + answer);
                }
                case "LOGOUT" -> line.say("* BYE", words[0] + " OK");
                default -> line.say(words[0] + " BAD what?");
            }
        }
    }
}
