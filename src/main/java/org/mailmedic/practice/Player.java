package org.mailmedic.practice;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailmedic.practice.script.Act;

/// Plays the acts of a script on one connection.
final class Player {
    /// RFC 5321 §4.5.3.1.4.
    static final int COMMAND_LIMIT = 512;

    private static final int FLOOD_CHUNK = 4096;
    private static final Duration FLOOD_PAUSE = Duration.ofMillis(1);

    private final Wire wire;
    private final Pace pace;

    Player(Wire wire, Pace pace) {
        this.wire = wire;
        this.pace = pace;
    }

    /// Plays one act; returns the reply that was given, empty if there was none.
    String play(Act act, String usual) throws IOException {
        return switch (act) {
            case Act.AsUsual() -> say(usual);
            case Act.Say(var reply) -> say(reply);
            case Act.Blurt(var bytes) -> {
                wire.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                yield bytes;
            }
            case Act.Drip(var reply, double pause) -> drip(reply, pause);
            case Act.Pause(double delays) -> {
                pace.pause(delays);
                yield "";
            }
            case Act.Listen() -> {
                wire.read();
                yield "";
            }
            case Act.Silence() -> silence();
            case Act.Drop() -> {
                wire.drop();
                yield "";
            }
            case Act.Reset() -> {
                wire.reset();
                yield "";
            }
            case Act.Flood() -> flood();
            case Act.Parrot(var reply, var farewell) -> parrot(reply, farewell);
            case Act.Both(var first, var second) -> {
                var said = play(first, usual);
                var more = wire.isOpen() ? play(second, usual) : "";
                yield more.isEmpty() ? said : more;
            }
        };
    }

    private String say(String reply) throws IOException {
        if (!reply.isEmpty()) {
            wire.say(reply);
        }
        return reply;
    }

    private String drip(String reply, double pause) throws IOException {
        for (byte next : (reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1)) {
            wire.write(new byte[] {next});
            pace.pause(pause);
        }
        return reply;
    }

    private String silence() throws IOException {
        while (wire.read() >= 0) {
            // What is said falls on deaf ears.
        }
        wire.drop();
        return "";
    }

    private String flood() throws IOException {
        var chunk = ("x".repeat(78) + "\r\n").repeat(FLOOD_CHUNK / 80).getBytes(StandardCharsets.US_ASCII);
        while (pace.closing().getCount() > 0) {
            wire.write(chunk);
            pace.sleep(FLOOD_PAUSE);
        }
        throw new SocketException("The server closes.");
    }

    private String parrot(String reply, String farewell) throws IOException {
        for (var line = read(); line != null; line = read()) {
            if (line.text().strip().toUpperCase(Locale.ROOT).equals("QUIT")) {
                wire.say(farewell);
                break;
            }
            wire.say(reply);
        }
        wire.drop();
        return "";
    }

    private @Nullable WireLine read() throws IOException {
        return wire.readLine(COMMAND_LIMIT, StandardCharsets.ISO_8859_1);
    }
}
