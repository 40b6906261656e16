package org.mailmedic.practice.sasl;

/// The server's side of one sign-in by one SASL mechanism (RFC 4422).
public interface Exchange {
    /// What the server says when the client gave no initial response.
    default byte[] opening() {
        return new byte[0];
    }

    /// Whether the server has to speak first, so that an initial response is an error (RFC 4954 §4).
    default boolean serverFirst() {
        return false;
    }

    Turn answer(byte[] response);
}
