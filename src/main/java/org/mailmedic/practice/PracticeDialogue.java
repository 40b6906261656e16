package org.mailmedic.practice;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mailmedic.practice.sasl.Account;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.ScriptStep;
import org.mailmedic.practice.script.TlsManner;

/// One SMTP dialogue from greeting to farewell (RFC 5321), strict, and as faulty as its script wants.
final class PracticeDialogue {
    static final String NAME = "practice.test";

    private static final int COMMANDS = 1000;
    private static final Pattern HELLO_NAME = Pattern.compile(
            "[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,253}[A-Za-z0-9_])?\\.?|\\[(?:[0-9.]+|IPv6:[0-9A-Fa-f:.]+)]");

    /// Makes the TLS handshake; the server does it, which keeps the identity.
    interface Encryption {
        void begin(Wire wire) throws IOException, GeneralSecurityException;
    }

    private final Talk talk;
    private final Encryption encryption;
    private final SignIn signIn;
    private final Transaction transaction;
    private boolean hello;
    private boolean extended;

    PracticeDialogue(Talk talk, Encryption encryption, Account account, Ledger ledger) {
        this.talk = talk;
        this.encryption = encryption;
        this.signIn = new SignIn(talk, account, ledger);
        this.transaction = new Transaction(talk, signIn, ledger);
    }

    void run(boolean tlsFirst) throws IOException, GeneralSecurityException {
        if (tlsFirst) {
            encrypt();
        }
        if (talk.wire().isOpen()) {
            talk.at(ScriptStep.GREETING, "220 " + NAME + " ESMTP Mail Medic practice server");
        }
        for (int i = 0; i < COMMANDS && talk.wire().isOpen(); i++) {
            var line = talk.readCommand();
            if (line == null) {
                talk.wire().drop();
            } else {
                take(line);
            }
        }
        if (talk.wire().isOpen()) {
            talk.play(new Act.Say("421 4.7.0 " + NAME + " Error: too many commands"), "");
        }
    }

    private void take(WireLine line) throws IOException, GeneralSecurityException {
        var parts = line.text().split(" ", 2);
        var verb = parts[0].toUpperCase(Locale.ROOT);
        var argument = parts.length > 1 ? parts[1] : "";
        if (!line.crlf()) {
            talk.play(new Act.Say("521 5.5.2 " + NAME + " Error: bare CR or LF received"), "");
        } else if (verb.equals("AUTH")) {
            auth(line, argument);
        } else if (!line.whole()) {
            talk.refuse("500 5.5.2 Error: line too long");
        } else {
            obey(verb, argument);
        }
    }

    private void obey(String verb, String argument) throws IOException, GeneralSecurityException {
        switch (verb) {
            case "EHLO" -> hello(true, argument);
            case "HELO" -> hello(false, argument);
            case "STARTTLS" -> startTls(argument);
            case "MAIL" -> transaction.mail(argument, hello);
            case "RCPT" -> transaction.recipient(argument);
            case "DATA" -> transaction.data(argument);
            case "RSET" -> reset(argument);
            case "NOOP" -> talk.say("250 2.0.0 Ok");
            case "QUIT" -> quit(argument);
            case "VRFY" -> verify(argument);
            case "HELP" -> talk.say("214 2.0.0 See RFC 5321");
            default -> talk.refuse("502 5.5.2 Error: command not recognized");
        }
    }

    private void hello(boolean extends5321, String name) throws IOException {
        if (!HELLO_NAME.matcher(name).matches()) {
            talk.refuse("501 5.5.4 Syntax: " + (extends5321 ? "EHLO" : "HELO") + " hostname or address literal");
            return;
        }
        var step = !extends5321 ? ScriptStep.HELO : talk.wire().isEncrypted() ? ScriptStep.EHLO_INSIDE : ScriptStep.EHLO;
        var reply = talk.at(step, extends5321 ? capabilities() : "250 " + NAME);
        if (reply.startsWith("250")) {
            hello = true;
            extended = extends5321;
            transaction.reset();
        }
    }

    private String capabilities() {
        var lines = new ArrayList<String>();
        lines.add(NAME);
        lines.addAll(talk.script().capabilities());
        if (talk.script().startTls() && !talk.wire().isEncrypted()) {
            lines.add("STARTTLS");
        }
        if (signIn.offered()) {
            lines.add("AUTH " + String.join(" ", talk.script().mechanisms()));
        }
        return "250-" + String.join("\n250-", lines.subList(0, lines.size() - 1)) + "\n250 " + lines.getLast();
    }

    private void startTls(String argument) throws IOException, GeneralSecurityException {
        if (talk.wire().isEncrypted()) {
            talk.refuse("503 5.5.1 Error: TLS already active");
        } else if (!talk.script().startTls()) {
            talk.refuse("502 5.5.1 Error: command not implemented");
        } else if (!argument.isEmpty()) {
            talk.refuse("501 5.5.4 Syntax: STARTTLS");
        } else if (talk.wire().hasMore()) {
            // RFC 3207 §4: the client must not send anything before it has read the reply.
            talk.play(new Act.Say("421 4.7.0 " + NAME + " Error: improper command pipelining after STARTTLS"), "");
        } else if (talk.at(ScriptStep.STARTTLS, "220 2.0.0 Ready to start TLS").startsWith("220") && talk.wire().isOpen()) {
            encrypt();
        }
    }

    /// RFC 3207 §4.2: after the handshake both sides know nothing of each other.
    private void encrypt() throws IOException, GeneralSecurityException {
        switch (talk.script().tls()) {
            case TlsManner.Genuine(_) -> encryption.begin(talk.wire());
            case TlsManner.Instead(var act) -> talk.play(act, "");
            case TlsManner.Alert(int description) -> OldTls.alert(talk.wire(), description);
            case TlsManner.Antique(int minor, boolean lenient) -> OldTls.answer(talk.wire(), minor, lenient);
        }
        hello = false;
        extended = false;
        transaction.reset();
        if (talk.wire().isOpen() && talk.wire().isEncrypted()) {
            talk.at(ScriptStep.ENCRYPTED, "");
        } else if (talk.wire().isOpen()) {
            talk.wire().drop();
        }
    }

    private void auth(WireLine line, String argument) throws IOException {
        if (!extended) {
            talk.refuse("503 5.5.1 Error: send EHLO first");
        } else if (transaction.begun()) {
            talk.refuse("503 5.5.1 Error: MAIL transaction in progress");
        } else {
            signIn.run(line, argument);
        }
    }

    private void reset(String argument) throws IOException {
        if (!argument.isEmpty()) {
            talk.refuse("501 5.5.4 Syntax: RSET");
            return;
        }
        transaction.reset();
        talk.say("250 2.0.0 Ok");
    }

    private void verify(String argument) throws IOException {
        if (argument.isBlank()) {
            talk.refuse("501 5.5.4 Syntax: VRFY address");
        } else {
            talk.say("252 2.0.0 " + argument.strip());
        }
    }

    private void quit(String argument) throws IOException {
        if (!argument.isEmpty()) {
            talk.refuse("501 5.5.4 Syntax: QUIT");
            return;
        }
        talk.say("221 2.0.0 Bye");
        talk.wire().drop();
    }
}
