package org.mailmedic.lab.peer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A mail server that follows a script: friendly and plain, except where told otherwise. It is told before it listens, not later.
public final class MailServer implements Conversation {
    /// RFC 5321 §4.5.3.1.4.
    private static final int LONGEST_COMMAND = 512;
    private final String name;
    private final Map<String, Reaction> reactions = new HashMap<>();
    private final List<String> offers = new ArrayList<>(List.of("SIZE 52428800", "8BITMIME", "ENHANCEDSTATUSCODES"));
    private Conversation greeting;
    private SSLContext identity;
    private boolean tlsFirst;
    private Consumer<SSLSocket> handshake = _ -> { };
    private boolean startTls = true;
    private boolean extended = true;
    private String mechanisms = "PLAIN LOGIN";

    public MailServer(String name) {
        this.name = name;
        this.greeting = line -> line.say("220 " + name + " ESMTP ready");
    }

    public MailServer identity(SSLContext shown) {
        identity = shown;
        return this;
    }

    /// TLS from the first byte.
    public MailServer tlsFirst() {
        tlsFirst = true;
        return this;
    }

    /// Lets nobody in who has no certificate.
    ///
    /// @param protocol the one version of TLS that it speaks
    public MailServer demandingCertificate(String protocol) {
        handshake = tls -> {
            tls.setEnabledProtocols(new String[] {protocol});
            tls.setNeedClientAuth(true);
        };
        return this;
    }

    /// Exchanges keys in one group alone, so that a first hello with another one is answered by a second question (RFC 8446 §4.1.4).
    public MailServer knowingGroup(String group) {
        handshake = tls -> {
            var parameters = tls.getSSLParameters();
            parameters.setNamedGroups(new String[] {group});
            tls.setSSLParameters(parameters);
        };
        return this;
    }

    public MailServer withoutStartTls() {
        startTls = false;
        return this;
    }

    /// Knows HELO alone (RFC 821).
    public MailServer onlyHelo() {
        extended = false;
        return this;
    }

    public MailServer greeting(String... lines) {
        return greeting(line -> line.say(lines));
    }

    public MailServer greeting(Conversation how) {
        greeting = how;
        return this;
    }

    public MailServer greetingAfter(Duration time) {
        return greeting(line -> {
            line.pause(time);
            line.say("220 " + name + " ESMTP ready");
        });
    }

    public MailServer offering(String... capabilities) {
        offers.addAll(Arrays.asList(capabilities));
        return this;
    }

    /// @param names separated by blanks; empty for no sign-in at all
    public MailServer mechanisms(String names) {
        mechanisms = names;
        return this;
    }

    /// @param verb a command, `.` for the end of a message, or `password` for what follows when a password was sent
    public MailServer on(String verb, Reaction reaction) {
        reactions.put(verb, reaction);
        return this;
    }

    public MailServer on(String verb, String... reply) {
        return on(verb, Reaction.reply(reply));
    }

    /// The same server, which may now be told more.
    public MailServer copy() {
        var copy = new MailServer(name);
        copy.reactions.putAll(reactions);
        copy.offers.clear();
        copy.offers.addAll(offers);
        copy.greeting = greeting;
        copy.identity = identity;
        copy.tlsFirst = tlsFirst;
        copy.handshake = handshake;
        copy.startTls = startTls;
        copy.extended = extended;
        copy.mechanisms = mechanisms;
        return copy;
    }

    @Override
    public void with(Line line) throws IOException, InterruptedException {
        if (tlsFirst) {
            line.encrypt(identity, handshake);
        }
        greeting.with(line);
        for (String command = line.hear(); command != null; command = line.hear()) {
            if (!react(line, command)) {
                return;
            }
        }
    }

    private boolean react(Line line, String command) throws IOException, InterruptedException {
        String verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        if (reactions.containsKey(verb)) {
            return reactions.get(verb).to(line, command);
        }
        switch (verb) {
            case "EHLO" -> hello(line);
            case "HELO" -> line.say("250 " + name);
            case "STARTTLS" -> {
                if (!offersStartTls(line)) {
                    line.say("502 5.5.1 not implemented");
                } else {
                    line.say("220 2.0.0 ready to start TLS");
                    line.encrypt(identity, handshake);
                }
            }
            case "AUTH" -> {
                return signIn(line, command);
            }
            case "MAIL" -> line.say("250 2.1.0 sender ok");
            case "RCPT" -> line.say("250 2.1.5 recipient ok");
            case "DATA" -> {
                return message(line);
            }
            case "RSET", "NOOP" -> line.say("250 2.0.0 ok");
            case "QUIT" -> {
                line.say("221 2.0.0 bye");
                return false;
            }
            default -> line.say(command.length() > LONGEST_COMMAND ? "500 5.5.2 line too long" : "500 5.5.1 command not recognized: "
                    + command);
        }
        return true;
    }

    private boolean offersStartTls(Line line) {
        return startTls && identity != null && !line.encrypted();
    }

    private void hello(Line line) throws IOException {
        if (!extended) {
            line.say("500 5.5.1 command not recognized: EHLO");
            return;
        }
        var lines = new ArrayList<String>(List.of(name));
        lines.addAll(offers);
        if (offersStartTls(line)) {
            lines.add("STARTTLS");
        }
        if (!mechanisms.isEmpty() && (line.encrypted() || identity == null || !startTls)) {
            lines.add("AUTH " + mechanisms);
        }
        lines.add("HELP");
        var replies = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            replies.add((i == lines.size() - 1 ? "250 " : "250-") + lines.get(i));
        }
        line.say(replies.toArray(String[]::new));
    }

    private boolean signIn(Line line, String command) throws IOException, InterruptedException {
        String[] words = command.split(" ");
        String mechanism = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
        if (words.length < 3 && !mechanism.equals("LOGIN")) {
            line.say("334 ");
            line.hear();
        }
        if (mechanism.equals("LOGIN")) {
            line.say("334 VXNlcm5hbWU6");
            line.hear();
            line.say("334 UGFzc3dvcmQ6");
            line.hear();
        }
        return reactions.getOrDefault("password", Reaction.reply("235 2.7.0 signed in")).to(line, command);
    }

    private boolean message(Line line) throws IOException, InterruptedException {
        line.say("354 go ahead");
        for (String text = line.hear(); text != null; text = line.hear()) {
            if (text.equals(".")) {
                return reactions.getOrDefault(".", Reaction.reply("250 2.0.0 queued as 1")).to(line, ".");
            }
        }
        return false;
    }
}
