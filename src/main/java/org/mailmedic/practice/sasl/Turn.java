package org.mailmedic.practice.sasl;

/// What the server does after a response of the client in a sign-in.
public sealed interface Turn {
    /// Asks on, with these bytes.
    record Challenge(byte[] data) implements Turn {}

    record Accepted() implements Turn {}

    record Refused() implements Turn {}

    /// The response does not have the form of the mechanism.
    record Malformed() implements Turn {}

    static Turn accepted(boolean yes) {
        return yes ? new Accepted() : new Refused();
    }
}
