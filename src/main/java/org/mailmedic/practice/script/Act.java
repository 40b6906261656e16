package org.mailmedic.practice.script;

/// What the server does at one step. Replies are written with `\n` between their lines and complete, codes included;
/// pauses are multiples of [PracticeOptions#delay].
public sealed interface Act {
    /// What a healthy server does.
    record AsUsual() implements Act {}

    /// Answers, and goes on.
    record Say(String reply) implements Act {}

    /// Writes exactly this, without the line ends of the protocol; one char is one byte.
    record Blurt(String bytes) implements Act {}

    /// Answers byte by byte with a pause after each.
    record Drip(String reply, double pause) implements Act {}

    /// Does nothing for a while.
    record Pause(double delays) implements Act {}

    /// Waits until the other side has sent something, which is thrown away.
    record Listen() implements Act {}

    /// Never answers again, and keeps the connection open.
    record Silence() implements Act {}

    /// Closes in good order.
    record Drop() implements Act {}

    /// Closes with a TCP reset.
    record Reset() implements Act {}

    /// Sends without end.
    record Flood() implements Act {}

    /// Answers every line with the same text until QUIT, which is answered with the farewell; no SMTP any more.
    record Parrot(String reply, String farewell) implements Act {}

    /// One after the other.
    record Both(Act first, Act second) implements Act {}

    default Act then(Act next) {
        return new Both(this, next);
    }
}
