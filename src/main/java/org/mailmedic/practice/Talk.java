package org.mailmedic.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.Script;
import org.mailmedic.practice.script.ScriptStep;

/// The means of one dialogue: the line, the script and who plays it. Counts refusals, as servers do.
final class Talk {
    private static final int REFUSALS = 20;

    private final Wire wire;
    private final Player player;
    private final Script script;
    private int refusals;

    Talk(Wire wire, Pace pace, Script script) {
        this.wire = wire;
        this.player = new Player(wire, pace);
        this.script = script;
    }

    Wire wire() {
        return wire;
    }

    Script script() {
        return script;
    }

    /// Does what the script wants at this step, or gives the usual reply; returns the reply that was given.
    String at(ScriptStep step, String usual) throws IOException {
        return play(script.at(step), usual);
    }

    String play(Act act, String usual) throws IOException {
        var said = player.play(act, usual);
        // RFC 5321 §3.8 and RFC 7504 §2: after 421 and 521 the server closes.
        if (wire.isOpen() && (said.startsWith("421") || said.startsWith("521"))) {
            wire.drop();
        }
        return said;
    }

    void say(String reply) throws IOException {
        wire.say(reply);
    }

    /// Says no to a command that is wrong in itself, whatever the script wants.
    void refuse(String reply) throws IOException {
        wire.say(reply);
        if (++refusals >= REFUSALS) {
            wire.say("421 4.7.0 practice.test Error: too many errors");
            wire.drop();
        }
    }

    /// Reads a command; only AUTH may be as long as its exchange (RFC 4954 §4).
    @Nullable WireLine readCommand() throws IOException {
        var line = readLine(SignIn.LINE_LIMIT);
        if (line == null) {
            return null;
        }
        boolean auth = line.text().regionMatches(true, 0, "AUTH ", 0, 5);
        return auth || line.text().length() <= Player.COMMAND_LIMIT - 2 ? line : new WireLine(line.text(), false, line.crlf());
    }

    @Nullable WireLine readLine(int limit) throws IOException {
        return wire.readLine(limit, StandardCharsets.UTF_8);
    }
}
