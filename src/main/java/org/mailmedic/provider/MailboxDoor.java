package org.mailmedic.provider;

import org.mailmedic.settings.Security;

/// Where a provider lets programs read the mail that it sends elsewhere.
public record MailboxDoor(String host, Protocol protocol, int port, Security security) {
    public enum Protocol {
        /// RFC 9051.
        IMAP,
        /// RFC 1939.
        POP3
    }
}
