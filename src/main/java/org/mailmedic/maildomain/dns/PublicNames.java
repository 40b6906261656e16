package org.mailmedic.maildomain.dns;

import java.util.List;

/// Names that everybody can look up, as against those that only one network knows, that stand for others in examples, or that DNS does
/// not have (RFC 2606, RFC 6761, RFC 6762, RFC 7686, RFC 8375, RFC 9476, and what ICANN keeps out of the root).
public final class PublicNames {
    private static final List<String> RESERVED = List.of("test", "example", "invalid", "localhost", "local", "internal", "alt", "onion",
            "arpa", "example.com", "example.net", "example.org", "home", "corp", "mail", "lan", "intranet", "private", "localdomain");

    private PublicNames() {}

    /// @param name plain: in small letters, without the closing dot
    public static boolean mayHold(String name) {
        return name.indexOf('.') > 0 && DomainName.fits(name) && RESERVED.stream().noneMatch(top -> DomainName.within(name, top));
    }
}
