package org.mailmedic.practice.fault;

/// What a check-up must be given, beside host and port, to come as far as the fault.
public enum Need {
    PASSWORD,
    /// An OAuth 2 access token instead of a password.
    TOKEN,
    /// An envelope sender.
    SENDER,
    /// An envelope recipient.
    RECIPIENT,
    /// Permission to send a real message.
    SEND
}
