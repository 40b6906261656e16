package org.mailmedic.practice.script;

/// The places of a dialogue where a script may act instead of the usual reply.
public enum ScriptStep {
    GREETING,
    /// EHLO before encryption.
    EHLO,
    /// EHLO inside TLS.
    EHLO_INSIDE,
    HELO,
    STARTTLS,
    /// After the TLS handshake, before anything else is read.
    ENCRYPTED,
    /// The AUTH command itself.
    SIGN_IN,
    /// When the credentials are complete.
    SIGN_IN_END,
    MAIL,
    RCPT,
    DATA,
    /// After the first line of the message.
    DURING_MESSAGE,
    /// After the final dot.
    MESSAGE_END
}
