package org.mailmedic.practice;

import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailmedic.practice.sasl.Account;
import org.mailmedic.practice.sasl.Exchange;
import org.mailmedic.practice.sasl.SaslServerMechanism;
import org.mailmedic.practice.sasl.Turn;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.ScriptStep;

/// The AUTH command (RFC 4954) and the exchange that follows.
final class SignIn {
    /// RFC 4954 §4: the longest line of an exchange, its end included.
    static final int LINE_LIMIT = 12_288;

    private static final int ATTEMPTS = 5;

    private final Talk talk;
    private final Account account;
    private final Ledger ledger;
    private String signedInAs = "";
    private int attempts;

    SignIn(Talk talk, Account account, Ledger ledger) {
        this.talk = talk;
        this.account = account;
        this.ledger = ledger;
    }

    boolean offered() {
        return !talk.script().mechanisms().isEmpty() && (talk.wire().isEncrypted() || talk.script().authOutside());
    }

    /// Who has signed in; empty for nobody.
    String signedInAs() {
        return signedInAs;
    }

    void run(WireLine line, String argument) throws IOException {
        if (!offered()) {
            boolean later = !talk.script().mechanisms().isEmpty() && talk.script().startTls() && !talk.wire().isEncrypted();
            talk.refuse(later ? "530 5.7.0 Must issue a STARTTLS command first" : "503 5.5.1 Error: authentication not enabled");
        } else if (!signedInAs.isEmpty()) {
            talk.refuse("503 5.5.1 Error: already authenticated");
        } else if (++attempts > ATTEMPTS) {
            talk.play(new Act.Say("421 4.7.0 " + PracticeDialogue.NAME + " Error: too many sign-in attempts"), "");
        } else if (!line.whole()) {
            talk.refuse("500 5.5.6 Authentication exchange line is too long");
        } else {
            begin(argument);
        }
    }

    private void begin(String argument) throws IOException {
        var parts = argument.split(" ", -1);
        if (argument.isEmpty() || parts.length > 2) {
            talk.refuse("501 5.5.4 Syntax: AUTH mechanism");
            return;
        }
        var name = parts[0].toUpperCase(Locale.ROOT);
        ledger.signInBy(name);
        var usual = "";
        if (talk.script().mechanisms().stream().noneMatch(name::equalsIgnoreCase) || SaslServerMechanism.find(name).isEmpty()) {
            usual = "504 5.5.4 Unrecognized authentication type";
        }
        if (talk.at(ScriptStep.SIGN_IN, usual).isEmpty() && talk.wire().isOpen()) {
            exchange(SaslServerMechanism.find(name).orElseThrow().begin(account), parts.length == 2 ? parts[1] : null);
        }
    }

    private void exchange(Exchange exchange, @Nullable String initial) throws IOException {
        if (initial != null && exchange.serverFirst()) {
            talk.refuse("501 5.7.0 This mechanism takes no initial response");
            return;
        }
        Turn turn = initial == null ? new Turn.Challenge(exchange.opening()) : answer(exchange, initial.equals("=") ? "" : initial);
        while (turn instanceof Turn.Challenge(var data)) {
            talk.say("334 " + Base64.getEncoder().encodeToString(data));
            var line = talk.readLine(LINE_LIMIT);
            if (line == null) {
                talk.wire().drop();
                return;
            }
            if (!line.whole()) {
                talk.refuse("500 5.5.6 Authentication exchange line is too long");
                return;
            }
            if (line.text().equals("*")) {
                talk.refuse("501 5.7.0 Authentication cancelled");
                return;
            }
            turn = answer(exchange, line.text());
        }
        if (turn instanceof Turn.Malformed) {
            talk.refuse("501 5.5.2 Cannot decode the response");
            return;
        }
        var usual = turn instanceof Turn.Accepted ? "235 2.7.0 Authentication successful"
                : "535 5.7.8 Error: authentication failed: authentication failure";
        if (talk.at(ScriptStep.SIGN_IN_END, usual).startsWith("235")) {
            signedInAs = account.user();
        }
    }

    private static Turn answer(Exchange exchange, String base64) {
        try {
            return exchange.answer(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return new Turn.Malformed();
        }
    }
}
