package org.mailmedic.settings;

import java.util.Optional;

/// An address as it stands in an SMTP envelope (RFC 5321 §4.1.2). Deliberately lenient about the local part:
/// whether it exists is for the server to say.
public record EmailAddress(String localPart, String domain) {
    private static final int LONGEST = 254;

    /// Empty when `text` cannot be an address: no or several `@`, blanks, control characters, too long, an impossible domain.
    public static Optional<EmailAddress> parse(String text) {
        String stripped = text == null ? "" : text.strip();
        int at = stripped.lastIndexOf('@');
        if (at < 1 || stripped.length() > LONGEST || stripped.chars().anyMatch(EmailAddress::cannotStand)) {
            return Optional.empty();
        }
        String local = stripped.substring(0, at);
        String domain = stripped.substring(at + 1);
        boolean quoted = local.startsWith("\"") && local.endsWith("\"") && local.length() > 2;
        if (!quoted && local.indexOf('@') >= 0) {
            return Optional.empty();
        }
        return HostName.read(domain) instanceof HostName.Usable
                ? Optional.of(new EmailAddress(local, domain)) : Optional.empty();
    }

    private static boolean cannotStand(int c) {
        return c <= ' ' || c == 0x7f || Character.isWhitespace(c) || c == '<' || c == '>';
    }

    @Override
    public String toString() {
        return localPart + "@" + domain;
    }
}
