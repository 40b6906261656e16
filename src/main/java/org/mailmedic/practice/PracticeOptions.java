package org.mailmedic.practice;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// How a practice server is set up. The credentials open nothing but this server, so they are plain text here; they
/// are kept out of [#toString] all the same, since people type real passwords into such fields.
///
/// @param user     sign-in name that is accepted
/// @param password password that is accepted
/// @param token    OAuth 2 access token that is accepted
/// @param address  where it listens; a loopback address
/// @param port     fixed port for the door that the fault is shown at, or 0 for any free one
/// @param delay    the unit of slowness: a slow greeting takes this long
/// @param names    further host names or addresses that its certificates are good for
public record PracticeOptions(String user, String password, String token, InetAddress address, int port, Duration delay,
        List<String> names) {
    public PracticeOptions {
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
        Objects.requireNonNull(token);
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException("The practice server listens on loopback only, not on " + address.getHostAddress());
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("No such port: " + port);
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("A delay cannot be negative: " + delay);
        }
        names = List.copyOf(names);
    }

    public static PracticeOptions defaults() {
        return new PracticeOptions("practice@practice.test", "Tr4in-ing-Day", "T0ken-ing-Day", InetAddress.ofLiteral("127.0.0.1"), 0,
                Duration.ofSeconds(12), List.of());
    }

    public PracticeOptions withCredentials(String name, String secret) {
        return new PracticeOptions(name, secret, token, address, port, delay, names);
    }

    public PracticeOptions withToken(String other) {
        return new PracticeOptions(user, password, other, address, port, delay, names);
    }

    public PracticeOptions withAddress(InetAddress other) {
        return new PracticeOptions(user, password, token, other, port, delay, names);
    }

    public PracticeOptions withPort(int other) {
        return new PracticeOptions(user, password, token, address, other, delay, names);
    }

    public PracticeOptions withDelay(Duration other) {
        return new PracticeOptions(user, password, token, address, port, other, names);
    }

    public PracticeOptions withNames(List<String> others) {
        return new PracticeOptions(user, password, token, address, port, delay, others);
    }

    @Override
    public String toString() {
        return "PracticeOptions[user=" + user + ", address=" + address.getHostAddress() + ", port=" + port + ", delay=" + delay + "]";
    }
}
