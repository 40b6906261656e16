package org.mailmedic.maildomain.spf;

import java.util.Optional;

/// One term that can match (RFC 7208 §5).
///
/// @param text      as it stands in the record, with its qualifier
/// @param result    what it means when it matches
/// @param domain    the domain-spec; empty where it is the domain at hand
/// @param network   of `ip4` and `ip6`
/// @param prefix4   bits of an IPv4 address that count, 0 to 32
/// @param prefix6   bits of an IPv6 address that count, 0 to 128
public record Directive(String text, SpfResult result, Kind kind, Optional<String> domain, Optional<Cidr> network, int prefix4,
        int prefix6) {
    /// The mechanisms.
    public enum Kind {
        ALL, INCLUDE, A, MX, PTR, IP4, IP6, EXISTS;

        /// Whether it costs one of the ten look-ups (§4.6.4).
        public boolean asksDns() {
            return switch (this) {
                case INCLUDE, A, MX, PTR, EXISTS -> true;
                case ALL, IP4, IP6 -> false;
            };
        }
    }
}
