package org.mailmedic.cli;

/// The call, or something it names, cannot be used. The message is a sentence that says what to change; it is never secret.
final class UsageException extends Exception {
    UsageException(String sentence) {
        super(sentence);
    }
}
